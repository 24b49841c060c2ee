using Bench.Analysis;
using Bench.Reporter.Words;
using Bench.Results;

namespace Bench.Reporter.Content;

/// <summary>Can the run be trusted? What speaks for it and against it.</summary>
internal static class Trust
{
    public static IReadOnlyList<Remark> Of(RunAnalysis run, AaCheck check) =>
        [
            Samples(run),
            .. run.Scenarios.Count == 0 ? Array.Empty<Remark>() : [SameCode(run, check)],
            .. Wrong(run, SampleStatus.Incorrect, "broke their invariant and are not ranked"),
            .. Wrong(run, SampleStatus.Hung, "hung in some round"),
            .. Wrong(run, SampleStatus.Crashed, "crashed in some round"),
            .. Disturbed(run),
            .. Source(run),
            .. run.Manifest.Machine.Warnings.Select(warning => new Remark(
                Remark.Warning,
                $"Machine: {warning}."
            )),
        ];

    private static Remark Samples(RunAnalysis run)
    {
        var arms = run.Scenarios.SelectMany(scenario => scenario.Arms).ToList();
        var trials = run.Capacity?.Lanes.SelectMany(lane => lane.Trials).ToList() ?? [];
        var valid = arms.Sum(arm => arm.Samples.Count) + trials.Count(trial => trial.Sample!.Valid);
        var refused = arms.Sum(arm => arm.Refused.Count) + trials.Count(trial => !trial.Sample!.Valid);
        var replaced = arms.Sum(arm => arm.Replaced.Count);
        var planned = run.Manifest.PlannedSamples;
        var missing = planned - valid - refused - replaced;
        var text =
            $"{valid} of {planned} planned samples are valid, {refused} refused"
            + (replaced > 0 ? $", {replaced} replaced because their round was disturbed" : "")
            + (missing > 0 ? $", {missing} not yet taken: the run is unfinished." : ".");
        var kind =
            valid == 0 ? Remark.Warning
            : refused > 0 || missing > 0 ? Remark.Note
            : Remark.Good;
        return new(kind, text);
    }

    private static Remark SameCode(RunAnalysis run, AaCheck check)
    {
        if (check.Disagrees)
        {
            var which = check.Disagreements.Select(verdict =>
                $"{verdict.Workload}, {Metrics.Find(verdict.Metric).Title}: {VerdictWords.Of(verdict)}"
            );
            return new(
                Remark.Warning,
                $"The A/A arm disagrees: the same code measured twice came out different ({string.Join("; ", which)}). "
                    + "Differences of that size mean nothing in this run."
            );
        }

        return check.Verdicts.Count == 0
                ? new(Remark.Note, "This run has no A/A arm: its noise floor is not known.")
            : check.Verdicts.All(verdict => verdict.Rounds < PairedRounds.Fewest)
                ? new(
                    Remark.Note,
                    $"The A/A arm cannot speak yet: it needs {PairedRounds.Fewest} rounds, this run has {Rounds(run)}."
                )
            : new(Remark.Good, "The A/A arm agrees: the same code measured twice was not told apart.");
    }

    private static IEnumerable<Remark> Wrong(RunAnalysis run, string status, string what)
    {
        var names = run
            .Scenarios.SelectMany(scenario =>
                scenario
                    .Arms.Where(arm => arm.Refused.Any(refusal => refusal.Status == status))
                    .Select(arm => $"{ArmName.Of(arm)} in {ScenarioWords.Full(scenario)}")
            )
            .ToList();
        return names.Count == 0 ? [] : [new(Remark.Warning, $"These {what}: {string.Join("; ", names)}.")];
    }

    private static IEnumerable<Remark> Disturbed(RunAnalysis run)
    {
        if (DisturbanceText.Replaced(run) is { } replaced)
        {
            yield return new(Remark.Note, replaced);
        }

        if (DisturbanceText.Kept(run) is { } kept)
        {
            yield return new(Remark.Warning, kept);
        }
    }

    private static IEnumerable<Remark> Source(RunAnalysis run)
    {
        var shards = ShardFacts.Of(run.Manifest).ToList();
        if (shards.DistinctBy(shard => shard.Commit).Count() > 1)
        {
            yield return new(
                Remark.Note,
                $"Merged from {shards.Count} runs of different commits, one after the other on this machine: what stands in one workload was measured together, "
                    + "what stands in two need not have been."
            );
        }

        if (shards.Exists(shard => shard.Commit?.EndsWith("+changes", StringComparison.Ordinal) == true))
        {
            yield return new(
                Remark.Note,
                "The suite had uncommitted changes: the commit alone does not repeat this run."
            );
        }

        if (run.Unplanned.Count > 0)
        {
            yield return new(
                Remark.Warning,
                $"{run.Unplanned.Count} samples belong to no case of the plan and enter no figure."
            );
        }
    }

    private static int Rounds(RunAnalysis run) =>
        run
            .Scenarios.SelectMany(scenario => scenario.Arms)
            .SelectMany(arm => arm.Samples)
            .Select(sample => sample.Round)
            .DefaultIfEmpty(0)
            .Max();
}
