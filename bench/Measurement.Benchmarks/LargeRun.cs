using System.Runtime.CompilerServices;
using System.Text.Json;
using Bench.Results;

namespace Bench.Measurement.Benchmarks;

/// <summary>Runs of any size, made of the reference run's samples with a little noise, histograms and slices included.</summary>
internal static class LargeRun
{
    /// <summary>Root of the checkout.</summary>
    public static string Repository { get; } =
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", ".."));

    /// <summary>The built program.</summary>
    public static string Program { get; } =
        Path.Combine(Repository, "bench/Cli/bin/Release/net10.0/bench.dll");

    public static void Write(string path, string run, int caseCount, int rounds, int seed)
    {
        var reference = new RunFolder(Path.Combine(Repository, "reports", "reference"));
        var manifest = reference.ReadManifest();
        var taken = reference
            .ReadSamples(manifest.Run, out _)
            .GroupBy(sample => (sample.Case, sample.Replica))
            .ToDictionary(group => group.Key, group => group.ToArray());
        var cases = Enumerable
            .Range(0, caseCount)
            .Select(index =>
                (Source: manifest.Cases[index % manifest.Cases.Count], Copy: index / manifest.Cases.Count)
            )
            .ToList();
        var folder = new RunFolder(path);
        Directory.CreateDirectory(folder.Path);
        folder.WriteManifest(
            manifest with
            {
                Run = run,
                Rounds = rounds,
                Cases = [.. cases.Select(item => Copied(item.Source, item.Copy))],
            }
        );
        var random = new Random(seed);
        using var lines = File.CreateText(folder.SamplesPath);
        foreach (var round in Enumerable.Range(1, rounds))
        {
            foreach (var (source, copy) in cases)
            {
                var samples = taken[(source.Case, source.Replica)];
                var planned = Copied(source, copy);
                var sample = samples[round % samples.Length];
                var copied = sample with
                {
                    Run = run,
                    Round = round,
                    Case = planned.Case,
                    Parameters = planned.Parameters,
                    ThroughputPerSecond = sample.ThroughputPerSecond * (1 + (0.05 * random.NextDouble())),
                };
                lines.Write(JsonSerializer.Serialize(copied, ResultsJson.Default.Sample) + '\n');
            }
        }
    }

    private static PlannedCase Copied(PlannedCase source, int copy) =>
        source with
        {
            Case = $"{source.Case},copy={copy}",
            Parameters = new([.. source.Parameters, new("copy", $"{copy}")]),
        };

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
