namespace Bench.Analysis;

/// <summary>The words of an answer.</summary>
internal static class AnswerText
{
    public static string Of(string leader, Estimate estimate, Metric metric, IReadOnlyList<Verdict> against)
    {
        var figure = $"{metric.Title} {Quantities.Format(estimate, metric.Unit)}";
        var tied = Against(against, Outcome.Equivalent);
        var open = Against(against, Outcome.Inconclusive);
        var next = Against(against, Outcome.Better).FirstOrDefault();
        var beaten = next is null ? "" : $"; {Ratio(next)} that of {next.Baseline}, the next";
        return (tied.Count, open.Count) switch
        {
            _ when against.Count == 0 => $"only {leader} has valid samples, {figure}.",
            (0, 0) => $"{leader} is best, {figure}{beaten}.",
            (_, 0) => $"{leader} is tied with {Names(tied)}, {figure}{beaten}.",
            (0, _) => $"inconclusive between {Names(open, leader)}: {leader} {figure}; {Open(open)}{beaten}.",
            _ =>
                $"inconclusive between {Names(open, leader)}: {leader}, tied with {Names(tied)}, {figure}; {Open(open)}{beaten}.",
        };
    }

    public static string Incorrect(Scenario scenario)
    {
        string[] names = [.. scenario.Arms.Where(arm => arm.Incorrect).Select(arm => arm.Name)];
        return names.Length == 0 ? "" : $" Incorrect and not ranked: {Join(names)}.";
    }

    private static List<Verdict> Against(IEnumerable<Verdict> verdicts, Outcome outcome) =>
        [.. verdicts.Where(verdict => verdict.Outcome == outcome)];

    private static string Open(IEnumerable<Verdict> open) =>
        string.Join(
            "; ",
            open.Select(verdict =>
                $"{Ratio(verdict)} that of {verdict.Baseline}"
                + (verdict.Reason is null ? "" : $", {verdict.Reason}")
                + (
                    verdict.FurtherRounds is { } rounds
                        ? $", {rounds} more round{(rounds == 1 ? "" : "s")} would probably decide"
                        : ""
                )
            )
        );

    private static string Ratio(Verdict verdict) =>
        verdict switch
        {
            { Ratio: { } ratio, Low: { } low, High: { } high } =>
                $"{Quantities.Significant(ratio)} times (99 % interval {Quantities.Significant(low)}–{Quantities.Significant(high)}, {verdict.Rounds} rounds)",
            { Ratio: { } ratio } =>
                $"{Quantities.Significant(ratio)} times (no bounded interval, {verdict.Rounds} rounds)",
            _ => "no finite ratio to",
        };

    private static string Names(IEnumerable<Verdict> verdicts, params string[] first) =>
        Join([.. first, .. verdicts.Select(verdict => verdict.Baseline)]);

    private static string Join(string[] names) =>
        names.Length == 1 ? names[0] : $"{string.Join(", ", names[..^1])} and {names[^1]}";
}
