using Bench.Analysis;

namespace Bench.Cli.Terminal;

/// <summary>A verdict as a row of a table.</summary>
internal static class VerdictRow
{
    public static string[] Of(Verdict verdict, IEnumerable<Verdict> all)
    {
        var varying = verdict.Parameters.VaryingAmong(
            all.Where(other => other.Workload == verdict.Workload).Select(other => other.Parameters)
        );
        var interval = verdict is { Low: { } low, High: { } high }
            ? $"{Quantities.Significant(low)}–{Quantities.Significant(high)}"
            : "-";
        return
        [
            verdict.Workload,
            verdict.Terms,
            varying.ToString().Replace(",", " ", StringComparison.Ordinal),
            verdict.Contender,
            verdict.Baseline,
            verdict.Metric,
            verdict.Ratio is { } ratio ? Quantities.Significant(ratio) : "-",
            interval,
            Word(verdict),
        ];
    }

    private static string Word(Verdict verdict)
    {
        var word = $"{verdict.Outcome}".ToLowerInvariant();
        var why = verdict.Reason is null ? "" : $": {verdict.Reason}";
        var more = verdict.FurtherRounds is { } rounds
            ? $" ({rounds} more rounds would probably decide)"
            : "";
        return word + why + more;
    }
}
