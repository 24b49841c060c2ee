namespace Bench.Analysis.Claims;

/// <summary>What must still be measured for claims.</summary>
public static class ClaimGaps
{
    /// <summary>
    /// The arms of every comparison that no run has in enough rounds to decide; both arms of it, because rounds of
    /// different runs are never paired.
    /// </summary>
    public static IReadOnlyList<ClaimArm> In(IEnumerable<Claim> claims, IReadOnlyList<RunAnalysis> runs)
    {
        var source = new ArmSource(runs);
        return
        [
            .. claims
                .SelectMany(claim => claim.Parts)
                .SelectMany(part => part.Sides)
                .SelectMany(side =>
                    side.Arms.Contenders.Select(contender => Arms(contender, side.Arms.Baseline))
                )
                .Where(arms => source.Find(arms) is { SharedRounds: < PairedRounds.Fewest, OutOfReach: null })
                .SelectMany(arms => arms),
        ];
    }

    private static ClaimArm[] Arms(ClaimArm contender, ClaimArm? baseline) =>
        baseline is null ? [contender] : [contender, baseline];
}
