using Bench.Results;

namespace Bench.Tests.Analysis.Pitfalls;

/// <summary>Samples and trials of pitfalls, made up.</summary>
internal static class Seen
{
    /// <summary>A launch with nothing wrong in it, on a busy service that is far from its bounds.</summary>
    public static Sample Well { get; } =
        new()
        {
            Case = "w/tasks/equal/concurrencyLimit=100",
            Workload = "w",
            Model = "tasks",
            Parameters = new([new("concurrencyLimit", "100")]),
            Valid = true,
            DurationSeconds = 2,
            GoodputPerSecond = 950,
            Operations = new()
            {
                Intended = 2_000,
                Completed = 1_900,
                TimedOut = 100,
            },
            Units = new() { Created = 2_000, Peak = 100 },
            ThreadsPeak = 150,
            ThreadPool = new() { ThreadsPeak = 20, QueuePeak = 5_000 },
            ProcessorSeconds = 1,
            Metrics = new() { ["orphansPerRequest"] = 0 },
        };

    /// <summary>A launch without figures.</summary>
    public static Sample Ended(string status, string reason) =>
        new()
        {
            Case = Well.Case,
            Workload = "w",
            Model = "pitfalls",
            Status = status,
            InvalidBecause = [reason],
        };

    public static Sample Hung { get; } = Ended(SampleStatus.Hung, "hung: no end after 6 s");

    /// <summary>Trials of the pitfall <c>race</c>, which a hang or a broken invariant must call.</summary>
    public static PitfallTrial Trial(Sample[] wrong, params Sample[] right) =>
        new(
            new(
                "race",
                "no lock",
                "w",
                "tasks",
                [DetectorId.Invariant, DetectorId.Hang],
                "It has no lock.",
                "Totals are off.",
                "Lock.",
                "bench/Pitfalls/Race.cs"
            ),
            wrong,
            right
        );

    public static PitfallTrials Trials(params PitfallTrial[] trials) =>
        new()
        {
            Run = "20260101-000000-pitfalls",
            StartedAt = DateTimeOffset.UnixEpoch,
            Machine = "here",
            Trials = trials,
        };
}
