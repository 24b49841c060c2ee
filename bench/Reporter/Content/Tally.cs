using Bench.Analysis;

namespace Bench.Reporter.Content;

/// <summary>
/// Many answers in a few words. It counts and does not rank: the workloads are not a fair draw of anybody's work.
/// </summary>
internal static class Tally
{
    private const int MostModels = 6;

    public static string Of(IReadOnlyList<Answer> answers)
    {
        var decided = answers.Where(IsDecided).ToList();
        var open = answers.Count - decided.Count;
        return decided.Count == 0
            ? $"Nothing is decided yet in {Settings(answers.Count)}: these rounds do not tell the best from the others."
            : $"Decided in {decided.Count} of {Settings(answers.Count)}. Best, alone or with its equals: {Models(decided)}.{Leads(decided)}"
                + (open == 0 ? "" : $" Open in {open}: these rounds do not decide there.");
    }

    private static bool IsDecided(Answer answer) =>
        answer.Best.Count > 0 && answer.Against.All(verdict => verdict.Outcome != Outcome.Inconclusive);

    private static string Settings(int count) => Quantities.Counted(count, "setting");

    // Those tied with the leader are as good as it; a model counts once however many of its variants are among them.
    private static string Models(List<Answer> decided)
    {
        var counts = decided
            .SelectMany(Models)
            .CountBy(model => model)
            .OrderByDescending(count => count.Value)
            .ToList();
        return string.Join(", ", counts.Take(MostModels).Select(count => $"{count.Key} in {count.Value}"))
            + (counts.Count > MostModels ? $" and {counts.Count - MostModels} more" : "");
    }

    private static IEnumerable<string> Models(Answer answer)
    {
        var equal = answer
            .Against.Where(verdict => verdict.Outcome == Outcome.Equivalent)
            .Select(verdict => verdict.Baseline)
            .ToHashSet(StringComparer.Ordinal);
        return answer
            .Best.Where(arm => arm == answer.Best[0] || equal.Contains(arm.Name))
            .Select(arm => arm.Case.Model)
            .Distinct();
    }

    private static string Leads(List<Answer> decided)
    {
        var leads = decided.Select(Lead).OfType<double>().Order().ToList();
        return leads.Count switch
        {
            0 => "",
            1 => $" Its lead over the next: {Times(leads[0])}.",
            _ =>
                $" Lead over the next: {Times(leads[0])} to {Times(leads[^1])}, median {Times(Median(leads))}.",
        };
    }

    private static double? Lead(Answer answer) =>
        answer.Against.FirstOrDefault(verdict => verdict.Outcome == Outcome.Better)
            is { Ratio: > 0 and var ratio }
            ? Math.Max(ratio, 1 / ratio)
            : null;

    private static double Median(List<double> ordered) =>
        (ordered[(ordered.Count - 1) / 2] + ordered[ordered.Count / 2]) / 2;

    private static string Times(double ratio) => $"{Quantities.Significant(ratio)}×";
}
