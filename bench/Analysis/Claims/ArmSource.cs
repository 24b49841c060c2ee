namespace Bench.Analysis.Claims;

/// <summary>Finds the arms of a comparison, all of them in one run: rounds of different runs are never paired.</summary>
internal sealed class ArmSource(IReadOnlyList<RunAnalysis> runs)
{
    /// <summary>
    /// The arms asked for, from the first run that has all of them in enough rounds to decide, else from the first that
    /// has them at all.
    /// </summary>
    public FoundArms Find(params IReadOnlyList<ClaimArm> wanted)
    {
        var found = runs.Select(run => In(run, wanted)).ToList();
        return found.Find(item => item.SharedRounds >= PairedRounds.Fewest)
            ?? found.Find(item => item.SharedRounds > 0)
            ?? found.Find(item => item.OutOfReach is not null)
            ?? found.Find(item => item.Ambiguous is not null)
            ?? new FoundArms(null, [], 0, null, null);
    }

    private static FoundArms In(RunAnalysis run, IReadOnlyList<ClaimArm> wanted)
    {
        var all = run.Scenarios.SelectMany(scenario => scenario.Arms).ToList();
        var perArm = wanted.Select(arm => all.FindAll(candidate => arm.Selects(candidate.Case))).ToList();
        var reason = run.Unreachable.FirstOrDefault(item => wanted.Any(arm => arm.Selects(item)))?.Reason;
        var several = perArm.FindIndex(arms => arms.Count > 1);
        return several >= 0
                ? new(
                    run,
                    [],
                    0,
                    null,
                    $"{perArm[several].Count} cases of run {run.Manifest.Run} are {wanted[several].Words}"
                )
            : perArm.TrueForAll(arms => arms.Count == 1)
                ? new(run, perArm.ConvertAll(arms => arms[0]), Shared(perArm), null, null)
            : new(run, [], 0, reason, null);
    }

    private static int Shared(List<List<Arm>> perArm) =>
        perArm.Select(arms => Rounds(arms[0])).Aggregate((one, other) => one.Intersect(other)).Count();

    private static IEnumerable<int> Rounds(Arm arm) =>
        arm
            .Samples.Select(sample => sample.Round)
            .Concat(arm.Refused.Select(refusal => refusal.Round))
            .Distinct();
}
