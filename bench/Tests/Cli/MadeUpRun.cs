using Bench.Measurement.Planning;
using Bench.Results;
using Bench.Tests.Measurement.Runs;

namespace Bench.Tests.Cli;

/// <summary>A run folder whose truth is known: threads, and tasks that are as many times as fast as told.</summary>
internal sealed record MadeUpRun
{
    /// <summary>How many times as fast tasks are.</summary>
    public double Tasks { get; init; } = 1;
    public int Rounds { get; init; } = 6;
    public string Machine { get; init; } = "here";
    public string? Commit { get; init; }
    public IReadOnlyList<PlannedCase> Cases { get; init; } = [Case("threads"), Case("tasks")];

    /// <summary>What becomes of the plan before it is written and carried out.</summary>
    public Func<RunManifest, RunManifest> Replan { get; init; } = manifest => manifest;

    /// <summary>What becomes of a sample before it is written; null leaves it out.</summary>
    public Func<Sample, Sample?> Change { get; init; } = sample => sample;

    public static PlannedCase Case(string model, string terms = "equal", int users = 500) =>
        new()
        {
            Case = $"w/{model}/{terms}/users={users}",
            Workload = "w",
            Model = model,
            Variant = "default",
            Terms = terms,
            Parameters = new([new("users", $"{users}")]),
            Configuration = ParameterSet.Empty,
            LimitSeconds = 1,
        };

    /// <returns>The folder's path.</returns>
    public string WriteTo(string path)
    {
        var folder = new RunFolder(path);
        Directory.CreateDirectory(folder.Path);
        var manifest = Replan(Manifests.Of(new Plan([.. Cases], []), Rounds));
        folder.WriteManifest(
            manifest with
            {
                Commit = Commit,
                Workloads = [new("w", "W", "", "", "throughput")],
                Machine = manifest.Machine with { Fingerprint = Machine },
            }
        );
        foreach (var sample in Schedule.Of(manifest).Select(Taken).Select(Change).OfType<Sample>())
        {
            SampleLog.Append(folder.SamplesPath, sample);
        }

        return folder.Path;
    }

    private Sample Taken(Launch launch) =>
        new()
        {
            Run = "test",
            Round = launch.Round,
            Position = launch.Position,
            Case = launch.Case.Case,
            Replica = launch.Case.Replica,
            Workload = "w",
            Model = launch.Case.Model,
            Terms = launch.Case.Terms,
            Parameters = launch.Case.Parameters,
            Valid = true,
            ThroughputPerSecond =
                1_000 * (launch.Case.Model == "tasks" ? Tasks : 1) * (1 + (0.002 * launch.Round)),
        };
}
