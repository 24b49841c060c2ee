using System.Runtime.CompilerServices;
using System.Text.Json;
using Bench.Results;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using CliWrap;

namespace Bench.Measurement.Benchmarks;

/// <summary>
/// The whole process of <c>compare</c> on two runs of 200 cases and 30 rounds, made of the reference run's samples with
/// a little noise, histograms and slices included. The program must have been built before.
/// </summary>
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 1, iterationCount: 10)]
public class CompareOfTwoRuns
{
    private const int Cases = 200;
    private const int Rounds = 30;

    private static readonly string s_repository = Path.GetFullPath(
        Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..")
    );

    private readonly string _folder = Directory.CreateTempSubdirectory("bench-compare-").FullName;

    [GlobalSetup]
    public void Write()
    {
        WriteRun("before", seed: 1);
        WriteRun("after", seed: 2);
    }

    [GlobalCleanup]
    public void Delete() => Directory.Delete(_folder, recursive: true);

    [Benchmark]
    public async Task<int> WholeProcess()
    {
        var result = await Cli.Wrap("dotnet")
            .WithArguments([
                Path.Combine(s_repository, "bench/Cli/bin/Release/net10.0/bench.dll"),
                "compare",
                In("before"),
                In("after"),
            ])
            .WithValidation(CommandResultValidation.None)
            .ExecuteAsync();
        return result.ExitCode is 0 or 3 or 4
            ? result.ExitCode
            : throw new InvalidOperationException($"compare ended with {result.ExitCode}");
    }

    private void WriteRun(string run, int seed)
    {
        var reference = new RunFolder(Path.Combine(s_repository, "reports", "reference"));
        var manifest = reference.ReadManifest();
        var taken = reference
            .ReadSamples(manifest.Run, out _)
            .GroupBy(sample => (sample.Case, sample.Replica))
            .ToDictionary(group => group.Key, group => group.ToArray());
        var cases = Enumerable
            .Range(0, Cases)
            .Select(index =>
                (Source: manifest.Cases[index % manifest.Cases.Count], Copy: index / manifest.Cases.Count)
            )
            .ToList();
        var folder = new RunFolder(In(run));
        Directory.CreateDirectory(folder.Path);
        folder.WriteManifest(
            manifest with
            {
                Run = run,
                Rounds = Rounds,
                Cases = [.. cases.Select(item => Copied(item.Source, item.Copy))],
            }
        );
        var random = new Random(seed);
        using var lines = File.CreateText(folder.SamplesPath);
        foreach (var round in Enumerable.Range(1, Rounds))
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

    private string In(string name) => Path.Combine(_folder, name);

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
