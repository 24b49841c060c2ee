using Bench.Analysis;
using Bench.Analysis.Backends;
using Bench.Reporter.Words;

namespace Bench.Reporter.Backends;

/// <summary>Orders of models on several backends, in words.</summary>
internal static class BackendWords
{
    /// <summary>How many pairs keep their order, and which do not.</summary>
    public static string Answer(IReadOnlyList<BackendComparison> comparisons)
    {
        var all = comparisons.SelectMany(one => one.Orders.Select(order => (one, order))).ToList();
        var changed = all.Where(item =>
                item.order.Change is OrderChange.Turns or OrderChange.Closes or OrderChange.Opens
            )
            .ToList();
        var stays = all.Count(item => item.order.Change == OrderChange.Stays);
        var open = all.Count - changed.Count - stays;
        return $"Of {Quantities.Counted(all.Count, "pair")} of models, each on the simulated backend and on a real one: {stays} stand as simulated, {changed.Count} do not, and for {open} no order is shown on one of the two."
            + string.Concat(
                changed.Select(item =>
                    $" {item.order.Real.Contender} against {item.order.Real.Baseline} in {item.one.Simulated.Workload.Id}: {Change(item.order.Change)} on {item.one.Backend}."
                )
            );
    }

    /// <summary>What becomes of an order.</summary>
    public static string Change(OrderChange change) =>
        change switch
        {
            OrderChange.Stays => "stays",
            OrderChange.Turns => "turns round",
            OrderChange.Closes => "no difference is left",
            OrderChange.Opens => "a difference appears",
            _ => "no order shown",
        };

    /// <summary>Who is better of two, with the ratio and its interval.</summary>
    public static string Order(Verdict verdict) =>
        verdict.Outcome switch
        {
            Outcome.Better => $"{verdict.Contender} better",
            Outcome.Worse => $"{verdict.Baseline} better",
            Outcome.Equivalent => VerdictWords.Word(verdict.Outcome),
            _ => "no order shown",
        };
}
