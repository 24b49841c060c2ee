using System.Globalization;
using Bench.Analysis;
using Bench.Results;

namespace Bench.Cli.Terminal;

/// <summary>Verdicts as rows of a table, grouped by what they are about.</summary>
internal static class VerdictRows
{
    /// <param name="verdicts">At least one; all of a document allow for the same looks.</param>
    public static IReadOnlyList<string> Headings(IReadOnlyList<Verdict> verdicts) =>
        ["contender", "against", "ratio", Looks.IntervalName(verdicts[0].Looks), "verdict"];

    public static IEnumerable<TableGroup> Of(IReadOnlyList<Verdict> verdicts)
    {
        var parameters = verdicts.ToLookup(verdict => verdict.Workload, verdict => verdict.Parameters);
        var varying = verdicts
            .Select(verdict => (verdict.Workload, verdict.Parameters))
            .Distinct()
            .ToDictionary(
                place => place,
                place => place.Parameters.VaryingAmong(parameters[place.Workload].Distinct())
            );
        return verdicts
            .GroupBy(verdict => Title(verdict, varying[(verdict.Workload, verdict.Parameters)]))
            .Select(group => new TableGroup(group.Key, [.. group.Select(Row)]));
    }

    private static string Title(Verdict verdict, ParameterSet varying)
    {
        string?[] parts =
        [
            verdict.Workload,
            varying.Count == 0 ? null : varying.ToString().Replace(",", " ", StringComparison.Ordinal),
            $"{verdict.Terms}{(verdict.Kind == ComparisonKind.Terms ? "" : " terms")}",
            verdict.Metric,
            verdict.Kind == ComparisonKind.Copies ? "A/A: the same code twice" : null,
        ];
        return string.Join(" · ", parts.OfType<string>());
    }

    private static string[] Row(Verdict verdict) =>
        [
            verdict.Contender,
            Against(verdict),
            verdict.Ratio is { } ratio ? Number(ratio) : "-",
            verdict is { Low: { } low, High: { } high } ? $"{Number(low)}–{Number(high)}" : "-",
            Word(verdict),
        ];

    /// <summary>Too few rounds can leave an interval over thirty decades: nobody counts their zeros.</summary>
    public static string Number(double ratio) =>
        ratio is 0 or (>= 1e-4 and < 1e6)
            ? Quantities.Significant(ratio)
            : ratio.ToString("0.0e+0", CultureInfo.InvariantCulture);

    private static string Against(Verdict verdict) =>
        verdict.Kind switch
        {
            ComparisonKind.Runs => "before",
            ComparisonKind.Terms => "equal terms",
            ComparisonKind.Traced => "untraced",
            ComparisonKind.Builds => "base",
            _ => verdict.Baseline,
        };

    private static string Word(Verdict verdict)
    {
        var word = $"{verdict.Outcome}".ToLowerInvariant();
        var why = verdict.Reason is null ? "" : $": {verdict.Reason}";
        var more = verdict.FurtherRounds is { } rounds
            ? $" ({Quantities.Counted(rounds, "more round")} would probably decide)"
            : "";
        var moving =
            verdict.NotSteady.Count == 0 ? "" : $"; not steady: {string.Join(", ", verdict.NotSteady)}";
        return word + why + more + moving;
    }
}
