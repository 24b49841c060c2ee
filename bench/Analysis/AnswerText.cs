using Bench.Results;

namespace Bench.Analysis;

/// <summary>The words of an answer.</summary>
public static class AnswerText
{
    private const double FairEnough = 0.8;

    private static Metric Fairness { get; } = Metrics.Find("fairnessFraction");

    internal static string Of(string leader, Estimate estimate, Metric metric, IReadOnlyList<Verdict> against)
    {
        var figure = $"{Lower(metric.Title)} {Quantities.Format(estimate, metric.Unit)}";
        var tied = Against(against, Outcome.Equivalent);
        var open = Against(against, Outcome.Inconclusive);
        var next = Against(against, Outcome.Better).FirstOrDefault();
        var rest = next is null ? "." : $"; {Ratio(next)}, the next.";
        return (tied.Count, open.Count) switch
        {
            _ when against.Count == 0 => $"only {leader} has valid samples, {figure}.",
            (0, 0) => $"{leader} is best, {figure}{rest}",
            (_, 0) => $"{leader} is tied with {Names(tied)}, {figure}{rest}",
            (0, _) => $"inconclusive between {Names(open, leader)}: {leader} {figure}; {Open(open)}{rest}",
            _ =>
                $"inconclusive between {Names(open, leader)}: {leader}, tied with {Names(tied)}, {figure}; {Open(open)}{rest}",
        };
    }

    /// <summary>What a reader of the ranking must know: arms left out of it, and arms whose windows were not steady.</summary>
    public static string Cautions(Scenario scenario)
    {
        string[] incorrect = [.. scenario.Arms.Where(arm => arm.Incorrect).Select(arm => arm.Name)];
        string[] moving =
        [
            .. scenario
                .Competing.Where(arm => arm.SteadyState > SteadyState.Steady)
                .Select(arm => $"{arm.Name} ({Lower($"{arm.SteadyState}")})"),
        ];
        string[] unfair =
        [
            .. scenario
                .Competing.Where(arm => arm.Estimate(Fairness)?.Value < FairEnough)
                .Select(arm => arm.Name),
        ];
        return (incorrect.Length == 0 ? "" : $" Incorrect and not ranked: {Join(incorrect)}.")
            + (unfair.Length == 0 ? "" : $" Unfair, serving few while others wait: {Join(unfair)}.")
            + (moving.Length == 0 ? "" : $" Not steady: {Join(moving)}.");
    }

    private static List<Verdict> Against(IEnumerable<Verdict> verdicts, Outcome outcome) =>
        [.. verdicts.Where(verdict => verdict.Outcome == outcome)];

    private static string Open(List<Verdict> open)
    {
        var reasons = open.Select(verdict => verdict.Reason).OfType<string>().Distinct();
        var further = open.Exists(verdict => verdict.FurtherRounds is null)
            ? null
            : open.Max(verdict => verdict.FurtherRounds);
        string[] parts =
        [
            .. open.Select(Ratio),
            .. reasons,
            .. further is { } rounds
                ? [$"{Quantities.Counted(rounds, "more round")} would probably decide"]
                : Array.Empty<string>(),
        ];
        return string.Join(", ", parts);
    }

    private static string Ratio(Verdict verdict)
    {
        var ratio = verdict.Ratio is { } value
            ? $"{Quantities.Significant(value)} times"
            : "no finite ratio to";
        var aside = verdict.SetAside == 0 ? "" : $", {verdict.SetAside} set aside as disturbed";
        var interval = verdict is { Low: { } low, High: { } high }
            ? $" ({Looks.IntervalName(verdict.Looks)} {Quantities.Significant(low)}–{Quantities.Significant(high)}, {Quantities.Counted(verdict.Rounds, "round")}{aside})"
            : "";
        return $"{ratio} that of {verdict.Baseline}{interval}";
    }

    private static string Lower(string text) => char.ToLowerInvariant(text[0]) + text[1..];

    private static string Names(IEnumerable<Verdict> verdicts, params string[] first) =>
        Join([.. first, .. verdicts.Select(verdict => verdict.Baseline)]);

    private static string Join(string[] names) =>
        names.Length == 1 ? names[0] : $"{string.Join(", ", names[..^1])} and {names[^1]}";
}
