using Bench.Results;

namespace Bench.Analysis.Pitfalls;

/// <summary>Judges what was seen of a pitfall by the samples alone.</summary>
public static class PitfallCheck
{
    /// <summary>Launches after which a wrong lane that nothing has called got away: some faults are a matter of chance.</summary>
    public const int MostLaunches = 3;

    /// <summary>
    /// Caught when one of the pitfall's own detectors calls a launch of the wrong lane and no detector at all calls one of
    /// the right lane.
    /// </summary>
    public static PitfallFinding Of(PitfallTrial trial)
    {
        var pitfall = trial.Pitfall;
        var launches = trial
            .Wrong.Select(sample => (Sample: sample, Found: Looked(pitfall, sample)))
            .ToList();
        var caught = launches.FindIndex(launch => launch.Found.Any(found => IsOwn(pitfall, found)));
        var shown = caught >= 0 ? launches[caught] : launches.LastOrDefault();
        IReadOnlyList<Detection> alarms = [.. trial.Right.SelectMany(Detectors.Look)];
        var outcome =
            trial.Right.Count == 0 || trial.Wrong.Count == 0 ? PitfallOutcome.NotTried
            : alarms.Count > 0 ? PitfallOutcome.FalseAlarm
            : caught >= 0 ? PitfallOutcome.Caught
            : trial.Wrong.Count < MostLaunches ? PitfallOutcome.NotTried
            : PitfallOutcome.GotAway;
        IReadOnlyList<Detection> found = shown.Found ?? [];
        return new(
            pitfall,
            outcome,
            trial.Wrong.Count,
            found,
            alarms,
            shown.Sample?.InvalidBecause ?? [],
            Counters.Of(shown.Sample, trial.Right.Count == 0 ? null : trial.Right[0]),
            Reason(pitfall, outcome, trial.Wrong.Count, found, alarms)
        );
    }

    // A process may die of anything, even before its lane has begun: a crash counts where it came out of the lane's code.
    private static bool IsOwn(PitfallFacts pitfall, Detection detection) =>
        pitfall.Detectors.Contains(detection.Detector)
        && (
            detection.Detector != DetectorId.Crash
            || detection.Evidence.Contains(
                $".{Path.GetFileNameWithoutExtension(pitfall.Source)}.",
                StringComparison.Ordinal
            )
        );

    private static List<Detection> Looked(PitfallFacts pitfall, Sample sample) =>
        [.. Detectors.Look(sample).OrderByDescending(detection => IsOwn(pitfall, detection))];

    private static string Reason(
        PitfallFacts pitfall,
        PitfallOutcome outcome,
        int launches,
        IReadOnlyList<Detection> found,
        IReadOnlyList<Detection> alarms
    )
    {
        var own = string.Join(" or ", pitfall.Detectors);
        var right = $"the right lane ({pitfall.Workload}/{pitfall.Control})";
        return outcome switch
        {
            PitfallOutcome.Caught =>
                $"{found[0].Detector}: {found[0].Evidence}; no detector called {right} on the same case",
            PitfallOutcome.GotAway =>
                $"no {own} called it in {Quantities.Counted(launches, "launch", "es")} ({pitfall.Source})",
            PitfallOutcome.FalseAlarm =>
                $"{alarms[0].Detector} called {right} as well, so it tells nothing: {alarms[0].Evidence}",
            _ when launches > 0 && found.Count == 0 =>
                $"there was time for {launches} of {MostLaunches} launches, and none was called",
            _ => "there was no time left to launch both lanes",
        };
    }
}
