using System.Globalization;

namespace Bench.Analysis.Claims;

/// <summary>Judgements in words.</summary>
public static class LedgerWords
{
    public static string Word(ClaimOutcome outcome) =>
        outcome switch
        {
            ClaimOutcome.Holds => "holds",
            ClaimOutcome.Refuted => "refuted",
            ClaimOutcome.Undecided => "undecided",
            ClaimOutcome.NotMeasured => "not measured",
            _ => "not measurable here",
        };

    /// <summary>A sign that tells outcomes apart without colour.</summary>
    public static string Sign(ClaimOutcome outcome) =>
        outcome switch
        {
            ClaimOutcome.Holds => "✓",
            ClaimOutcome.Refuted => "✗",
            ClaimOutcome.Undecided => "?",
            _ => "–",
        };

    /// <summary>The figure with its 99 % interval, then what a reader must know: <c>0.317× [0.301–0.334]</c>.</summary>
    public static string Figure(LedgerLine line)
    {
        string?[] words = [FigureAlone(line), line.Reason, More(line.FurtherRounds)];
        return string.Join("; ", words.OfType<string>());
    }

    /// <summary>The threshold: <c>≤ 0.25×</c>, <c>≤ 100 ms</c>, <c>none</c>.</summary>
    public static string Threshold(LedgerLine line) =>
        line.Relation switch
        {
            null => "",
            ClaimRelation.None => "none",
            ClaimRelation.NoSingleBest => "none best in all",
            ClaimRelation.Caught => "caught",
            _ => (line.AtLeast, line.AtMost) switch
            {
                ({ } low, { } high) => $"{Asked(line, low)} … {Asked(line, high)}",
                ({ } low, null) => $"≥ {Asked(line, low)}",
                (_, var high) => $"≤ {Asked(line, high!.Value)}",
            },
        };

    /// <summary>What is compared: <c>channels ÷ threads</c>.</summary>
    public static string Arms(LedgerLine line) =>
        line switch
        {
            { Contender: null } => "",
            { Baseline: null } => line.Contender,
            { Relation: ClaimRelation.Difference } => $"{line.Contender} − {line.Baseline}",
            _ => $"{line.Contender} ÷ {line.Baseline}",
        };

    private static string? FigureAlone(LedgerLine line)
    {
        if ((line.Ratio ?? line.Value) is not { } centre)
        {
            return null;
        }

        return line is { Low: { } low, High: { } high }
            ? $"{Written(line, centre)} [{Written(line, low)} – {Written(line, high)}{Looks(line)}]"
            : $"{Written(line, centre)} [no interval]";
    }

    private static string Looks(LedgerLine line) =>
        line.Looks == 1 ? "" : $", allowing for {line.Looks} looks";

    private static string? More(int? rounds) =>
        rounds is { } count ? $"{Quantities.Counted(count, "more round")} would probably decide" : null;

    // In the unit of the claim, so that figure and threshold read alike.
    private static string Written(LedgerLine line, double value) =>
        line switch
        {
            { Unit: null } => $"{Quantities.Significant(value)}×",
            { Relation: ClaimRelation.None } => Quantities.Format(value, Unit.Fraction),
            _ => $"{Quantities.Significant(value)}{ClaimUnit.Find(line.Unit)!.Symbol}",
        };

    // As the claim has it, not rounded.
    private static string Asked(LedgerLine line, double threshold) =>
        threshold.ToString("#,0.########", CultureInfo.InvariantCulture)
        + (line.Unit is null ? "×" : ClaimUnit.Find(line.Unit)!.Symbol);
}
