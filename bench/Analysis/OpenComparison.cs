namespace Bench.Analysis;

/// <summary>A headline comparison that is not decided.</summary>
/// <param name="Pair">Which.</param>
/// <param name="Verdict">How it stands, as <c>compare</c> prints it.</param>
/// <param name="RoundsToNextLook">Common rounds that are missing until it is judged again; null when it never will be.</param>
public sealed record OpenComparison(HeadlinePair Pair, Verdict Verdict, int? RoundsToNextLook)
{
    /// <summary>Which comparison, such as <c>inventory, equal terms: tasks against threads in p99</c>.</summary>
    public string Title =>
        $"{Pair.Scenario.Title}: {Verdict.Contender} against {Verdict.Baseline} in {Verdict.Metric}";

    /// <summary>What it would take, or why nothing helps.</summary>
    public string Outlook =>
        this switch
        {
            { RoundsToNextLook: null, Verdict.Reason: { } reason } => reason,
            { RoundsToNextLook: null } => "still open at the last look",
            { Verdict.FurtherRounds: { } further } => Rounds(further),
            { Verdict.Reason: { } reason } =>
                $"{reason}; judged again after {Rounds(RoundsToNextLook.Value)}",
            _ => "more rounds than the last look has",
        };

    private static string Rounds(int count) => Quantities.Counted(count, "more round");
}
