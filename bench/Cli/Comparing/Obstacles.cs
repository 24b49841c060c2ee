using Bench.Analysis;
using Bench.Results;

namespace Bench.Cli.Comparing;

/// <summary>Finds what keeps two runs from being compared.</summary>
internal static class Obstacles
{
    public static IEnumerable<Obstacle> Between(RunAnalysis before, RunAnalysis after) =>
        new[]
        {
            Machines(before.Manifest, after.Manifest),
            Cases(before, after),
            Invalid(before, after),
        }.OfType<Obstacle>();

    private static Obstacle? Machines(RunManifest before, RunManifest after) =>
        before.Machine.Fingerprint == after.Machine.Fingerprint
            ? null
            : new(
                Obstacle.Machine,
                $"the runs are of different machines ({before.Machine.Fingerprint} and {after.Machine.Fingerprint})"
            );

    private static Obstacle? Cases(RunAnalysis before, RunAnalysis after)
    {
        var earlier = Originals(before);
        var later = Originals(after);
        string[] texts =
        [
            .. Lone(earlier.Values, later, "first", later.Values),
            .. Lone(later.Values, earlier, "second", earlier.Values),
            .. Changed(earlier, later),
        ];
        return texts.Length == 0 ? null : new(Obstacle.Cases, string.Join("; ", texts));
    }

    private static IEnumerable<string> Lone(
        IEnumerable<PlannedCase> cases,
        Dictionary<string, PlannedCase> others,
        string which,
        IEnumerable<PlannedCase> all
    )
    {
        var lone = cases.Where(planned => !others.ContainsKey(planned.Case)).ToList();
        return lone.Count == 0
            ? []
            :
            [
                $"only the {which} run has {Wording.Some(lone.ConvertAll(planned => Wording.Name(planned, [.. all, .. lone])))}",
            ];
    }

    private static IEnumerable<string> Changed(
        Dictionary<string, PlannedCase> earlier,
        Dictionary<string, PlannedCase> later
    )
    {
        var changed = earlier
            .Values.Where(planned =>
                later.TryGetValue(planned.Case, out var other)
                && !planned.Configuration.Equals(other.Configuration)
            )
            .Select(planned =>
                $"{planned.Case} ({planned.Configuration} and {later[planned.Case].Configuration})"
            )
            .ToList();
        return changed.Count == 0 ? [] : [$"configured differently in the two: {Wording.Some(changed)}"];
    }

    private static Obstacle? Invalid(RunAnalysis before, RunAnalysis after)
    {
        var common = Originals(before).Keys.Intersect(Originals(after).Keys).ToHashSet();
        List<string> unusable =
        [
            .. new[] { (Run: before, Which: "first"), (Run: after, Which: "second") }.SelectMany(side =>
                RefusedSamples
                    .In(side.Run)
                    .Where(arm => common.Contains(arm.Arm.Case.Case) && arm.Why is not null)
                    .Select(arm => $"{arm.Name} of the {side.Which} run {arm.Why}")
            ),
        ];
        return unusable.Count == 0 ? null : new(Obstacle.Invalid, Wording.Some(unusable));
    }

    private static Dictionary<string, PlannedCase> Originals(RunAnalysis run) =>
        run.Manifest.Cases.Where(planned => planned.Competes).ToDictionary(planned => planned.Case);
}
