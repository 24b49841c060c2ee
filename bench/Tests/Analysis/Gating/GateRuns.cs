using Bench.Analysis;
using Bench.Results;

namespace Bench.Tests.Analysis.Gating;

/// <summary>Runs of two builds made up for tests: tasks and threads play ping, by this tree and by base.</summary>
internal static class GateRuns
{
    /// <summary>Eight rounds in which each arm has the given level, nearly.</summary>
    /// <param name="level">Speed of an arm, 1 as usual.</param>
    /// <param name="change">What else becomes of a sample.</param>
    public static RunAnalysis Of(
        Func<PlannedCase, double> level,
        Func<PlannedCase, Sample, Sample>? change = null
    )
    {
        PlannedCase[] here = [Runs.Case("tasks"), Runs.Case("threads")];
        List<PlannedCase> cases = [.. here, .. here.Select(planned => planned.OfBase())];
        return RunAnalysis.Of(
            Runs.Manifest(cases) with
            {
                UntilDecided = new(900, [.. Looks.Planned(5)]),
                Gate = Plans.Of(),
            },
            [
                .. from planned in cases
                from round in Enumerable.Range(1, 8)
                let sample = Runs.Sample(
                    planned.Model,
                    0,
                    round,
                    100 * level(planned) * (1 + (0.001 * ((round * (planned.Build is null ? 3 : 5)) % 4)))
                ) with
                {
                    Case = planned.Case,
                }
                select change is null ? sample : change(planned, sample),
            ]
        );
    }
}
