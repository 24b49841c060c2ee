using Bench.Analysis;
using Bench.Analysis.Decisions;
using Bench.Reporter.Content;

namespace Bench.Reporter.Decisions;

/// <summary>How far each weight and each threshold can move until the answer is another.</summary>
internal static class SensitivityTables
{
    public static Table Weights(Decision decision) =>
        Table.Plain(
            $"How far one weight can move, the others as they are, until {decision.Chosen!.Name} no longer costs least. In brackets the weights between which "
                + "the two are a tie: not told apart, or within 5 %.",
            [new("weight of", false), new("now", true), new("smaller", false), new("larger", false)],
            [
                .. decision.Weights.Select(weight => new TableRow(
                    weight.Criterion.Id,
                    [
                        Cell.Figure(DecisionWords.Number(weight.Weight)),
                        Flip(weight.Below, "to 0: no change"),
                        Flip(weight.Above, $"to {WeightSensitivities.Most:N0} × the others: no change"),
                    ]
                )),
            ]
        );

    public static Table Thresholds(Decision decision) =>
        Table.Plain(
            "How far one threshold can move, the others as they are, until the answer changes. Stricter: the chosen option is shown to keep the first figure and shown to miss "
                + "the second. Laxer: from there on a cheaper option would be shown to keep everything.",
            [new("objective", false), new("stricter", false), new("laxer", false)],
            [
                .. decision.Thresholds.Select(threshold => new TableRow(
                    threshold.Objective.Text,
                    [Cell.Word(Stricter(threshold, decision)), Cell.Word(Laxer(threshold, decision))]
                )),
            ]
        );

    private static Cell Flip(WeightFlip? flip, string none)
    {
        if (flip is null)
        {
            return Cell.Word(none);
        }

        var (low, high) = (
            Math.Min(flip.Low, flip.High ?? flip.Low),
            Math.Max(flip.Low, flip.High ?? flip.Low)
        );
        var interval = flip.High is null
            ? "not shown anywhere"
            : $"[{Quantities.Significant(low)}–{Quantities.Significant(high)}]";
        return new($"{Quantities.Significant(flip.At)}: then {flip.Option}", interval, "word");
    }

    private static string Stricter(ThresholdSensitivity threshold, Decision decision)
    {
        var metric = threshold.Objective.Metric;
        if (decision.Chosen is null)
        {
            return "nobody keeps the present one";
        }

        if (threshold.Shown is not { } shown)
        {
            return "not known: the launches bear no interval";
        }

        var then = threshold.Then is { } other ? $"then {other}" : "then nobody";
        return shown == 0
            ? "any threshold above 0: no launch had any"
            : $"{(threshold.Objective.IsUpperBound ? "down" : "up")} to {metric.Format(shown)}"
                + (threshold.Missed is { } missed ? $"; missed from {metric.Format(missed)}" : "")
                + $"; {then}";
    }

    private static string Laxer(ThresholdSensitivity threshold, Decision decision) =>
        threshold.LooserAt is { } at
            ? $"{threshold.Objective.Metric.Format(at)}: then {threshold.LooserOption}{(decision.Chosen is null ? " keeps it" : ", which costs less")}"
            : "no change, however lax";
}
