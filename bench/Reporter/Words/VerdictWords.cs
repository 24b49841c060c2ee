using Bench.Analysis;

namespace Bench.Reporter.Words;

/// <summary>Verdicts in a few words.</summary>
internal static class VerdictWords
{
    /// <summary>For example <c>0.413× [0.390–0.440] better</c>.</summary>
    public static string Of(Verdict verdict) =>
        verdict switch
        {
            { Ratio: null } => verdict.Reason ?? Word(verdict.Outcome),
            { Low: null } => Ratio(verdict),
            _ => $"{Ratio(verdict)} {Word(verdict.Outcome)}",
        };

    /// <summary>For example <c>0.413× [0.390–0.440]</c>.</summary>
    public static string Ratio(Verdict verdict) =>
        verdict switch
        {
            { Ratio: { } ratio, Low: { } low, High: { } high } =>
                $"{Quantities.Significant(ratio)}× [{Quantities.Significant(low)}–{Quantities.Significant(high)}]",
            { Ratio: { } ratio } => $"{Quantities.Significant(ratio)}× [1 round]",
            _ => "–",
        };

    public static string Word(Outcome outcome) =>
        outcome switch
        {
            Outcome.Better => "better",
            Outcome.Worse => "worse",
            Outcome.Equivalent => "equivalent",
            _ => "inconclusive",
        };
}
