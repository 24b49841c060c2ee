using Bench.Measurement.Planning;
using Bench.Results;
using Bench.Results.History;
using Bench.Tests.Cli;
using Bench.Tests.Measurement.Runs;

namespace Bench.Tests.Results.History;

/// <summary>A made-up run for a history.</summary>
internal sealed record StoredRun
{
    public string Run { get; init; } = "first";

    /// <summary>When it began: days after the first of January.</summary>
    public int Day { get; init; }
    public int Rounds { get; init; } = 2;
    public string Machine { get; init; } = "here";
    public string? Commit { get; init; } = "abc";
    public IReadOnlyList<PlannedCase> Cases { get; init; } =
    [MadeUpRun.Case("threads"), MadeUpRun.Case("tasks")];

    /// <summary>Throughput of every sample, plus its round.</summary>
    public double Throughput { get; init; } = 1_000;

    public RunManifest Manifest
    {
        get
        {
            var manifest = Manifests.Of(new Plan([.. Cases], []), Rounds);
            return manifest with
            {
                Run = Run,
                StartedAt = new DateTimeOffset(2026, 1, 1, 2, 3, 4, TimeSpan.Zero).AddDays(Day).AddTicks(5),
                Commit = Commit,
                Workloads = [new("w", "W", "", "", "throughput")],
                // What is looked at anew each time is left out.
                Machine = manifest.Machine with
                {
                    Fingerprint = Machine,
                    ClockNanoseconds = 20,
                    Checks = [],
                    Warnings = [],
                },
                Packages = new() { ["Akka"] = "1.5" },
            };
        }
    }

    public List<Sample> Samples =>
        [
            .. Schedule
                .Of(Manifest)
                .Select(launch => new Sample
                {
                    Run = Run,
                    Round = launch.Round,
                    Position = launch.Position,
                    Case = launch.Case.Case,
                    Replica = launch.Case.Replica,
                    Workload = launch.Case.Workload,
                    Model = launch.Case.Model,
                    Parameters = launch.Case.Parameters,
                    Valid = true,
                    ThroughputPerSecond = Throughput + launch.Round,
                    // 0.1 + 0.2: seventeen digits, all of which are to come back.
                    Metrics = new() { ["ownMicroseconds"] = 0.1 + 0.2 },
                }),
        ];

    public AddedRun AddTo(IHistoryStore store) => store.Add(Manifest, Samples, Throughputs);

    /// <summary>The simplest of extractions: two figures of all that is valid and no copy.</summary>
    public static IEnumerable<SampleValue> Throughputs(RunManifest manifest, IReadOnlyList<Sample> samples) =>
        samples
            .Where(sample => sample is { Valid: true, Replica: 0 })
            .SelectMany(sample =>
                new[]
                {
                    new SampleValue(sample.Case, sample.Round, "throughput", sample.ThroughputPerSecond),
                    new SampleValue(
                        sample.Case,
                        sample.Round,
                        "ownMicroseconds",
                        sample.Metrics["ownMicroseconds"]
                    ),
                }
            );
}
