using Bench.Analysis.Claims;
using Bench.Measurement.Hosting;
using Bench.Measurement.Planning;
using Bench.Results;

namespace Bench.Cli.Measuring;

/// <summary>The cases that claims still need, and no others.</summary>
internal static class ClaimPlan
{
    /// <summary>The arms' cases in a preset, with one A/A copy so that the run can doubt itself.</summary>
    public static Plan Of(IEnumerable<Lane> lanes, Presets preset, IReadOnlyList<ClaimArm> arms)
    {
        var whole = Plan.Of(lanes, preset, traced: true);
        List<PlannedCase> cases = [.. whole.Cases.Where(planned => arms.Any(arm => arm.Selects(planned)))];
        return new Plan(
            [.. cases, .. cases.Take(1).Select(planned => planned with { Replica = 1 })],
            [.. whole.Unreachable.Where(item => arms.Any(arm => arm.Selects(item)))]
        );
    }
}
