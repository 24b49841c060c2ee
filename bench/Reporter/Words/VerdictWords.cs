using Bench.Analysis;

namespace Bench.Reporter.Words;

/// <summary>Verdicts in a few words.</summary>
internal static class VerdictWords
{
    private const double Least = 0.001;
    private const double Most = 1_000;

    /// <summary>For example <c>0.413× [0.390–0.440] better</c>.</summary>
    public static string Of(Verdict verdict) =>
        verdict switch
        {
            { Ratio: null } => verdict.Reason ?? Word(verdict.Outcome),
            { Low: null } => Ratio(verdict),
            { Outcome: Outcome.Inconclusive, Rounds: < PairedRounds.Fewest } =>
                $"{Ratio(verdict)} {Word(verdict.Outcome)}: {Quantities.Counted(verdict.Rounds, "round")} only",
            _ => $"{Ratio(verdict)} {Word(verdict.Outcome)}",
        };

    /// <summary>For example <c>0.413× [0.390–0.440]</c>.</summary>
    public static string Ratio(Verdict verdict) =>
        verdict switch
        {
            { Ratio: { } ratio, Low: { } low, High: { } high } =>
                $"{Quantities.Significant(ratio)}× [{End(low, ratio)}–{End(high, ratio)}]",
            { Ratio: { } ratio } => $"{Quantities.Significant(ratio)}× [1 round]",
            _ => "–",
        };

    // An interval that reaches so far says only that nothing is known.
    private static string End(double end, double ratio) =>
        end < Least && Least <= ratio ? "<0.001"
        : end > Most && Most >= ratio ? ">1,000"
        : Quantities.Significant(end);

    public static string Word(Outcome outcome) =>
        outcome switch
        {
            Outcome.Better => "better",
            Outcome.Worse => "worse",
            Outcome.Equivalent => "equivalent",
            _ => "inconclusive",
        };
}
