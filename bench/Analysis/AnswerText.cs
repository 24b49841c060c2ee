namespace Bench.Analysis;

/// <summary>The words of an answer.</summary>
internal static class AnswerText
{
    public static string Of(Arm leader, Estimate estimate, Metric metric, IReadOnlyList<Verdict> verdicts)
    {
        var figure = $"{metric.Title} {Quantities.Format(estimate, metric.Unit)}";
        var tied = Names(verdicts, Outcome.Equivalent);
        var open = verdicts.Where(verdict => verdict.Outcome == Outcome.Inconclusive).ToList();
        var next = verdicts.FirstOrDefault(verdict => verdict.Outcome == Outcome.Better);
        var beaten = next is null ? "" : $"; {Ratio(next)} that of {next.Baseline}, the next";
        if (verdicts.Count == 0)
        {
            return $"only {leader.Name} has valid samples; {figure}.";
        }

        if (open.Count > 0)
        {
            var tie = tied.Count == 0 ? "" : $", tied with {Join(tied)}";
            return $"inconclusive between {Join([leader.Name, .. open.Select(verdict => verdict.Baseline)])}"
                + $" ({leader.Name} {figure}{tie}; {string.Join("; ", open.Select(Undecided))}){beaten}.";
        }

        return tied.Count == 0
            ? $"{leader.Name} is best, {figure}{beaten}."
            : $"{leader.Name} is tied with {Join(tied)}, {figure}{beaten}.";
    }

    public static string Incorrect(Scenario scenario)
    {
        var names = scenario.Arms.Where(arm => arm.Incorrect).Select(arm => arm.Name).ToList();
        return names.Count == 0 ? "" : $" Incorrect and not ranked: {Join(names)}.";
    }

    private static List<string> Names(IEnumerable<Verdict> verdicts, Outcome outcome) =>
        [.. verdicts.Where(verdict => verdict.Outcome == outcome).Select(verdict => verdict.Baseline)];

    private static string Undecided(Verdict verdict) =>
        $"{Ratio(verdict)} that of {verdict.Baseline}"
        + (verdict.Reason is null ? "" : $", {verdict.Reason}")
        + (verdict.FurtherRounds is { } rounds ? $", about {rounds} more rounds would probably decide" : "");

    private static string Ratio(Verdict verdict) =>
        verdict switch
        {
            { Ratio: { } ratio, Low: { } low, High: { } high } =>
                $"{Quantities.Significant(ratio)} times (99 % interval {Quantities.Significant(low)}–{Quantities.Significant(high)}, {verdict.Rounds} rounds)",
            { Ratio: { } ratio } => $"{Quantities.Significant(ratio)} times (no interval)",
            _ => "no ratio to",
        };

    private static string Join(List<string> names) =>
        names.Count < 2 ? names[0] : $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}";
}
