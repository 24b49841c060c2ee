namespace Bench.Analysis.Backends;

/// <summary>Two models on the simulated backend and on a real one, in the workload's own metric.</summary>
/// <param name="Simulated">The second against the first on the simulated backend.</param>
/// <param name="Real">The same on the real one.</param>
public sealed record BackendOrder(Verdict Simulated, Verdict Real)
{
    /// <summary>What becomes of their order.</summary>
    public OrderChange Change =>
        (Simulated.Outcome, Real.Outcome) switch
        {
            (Outcome.Inconclusive, _) or (_, Outcome.Inconclusive) => OrderChange.NotShown,
            var (before, after) when before == after => OrderChange.Stays,
            (Outcome.Equivalent, _) => OrderChange.Opens,
            (_, Outcome.Equivalent) => OrderChange.Closes,
            _ => OrderChange.Turns,
        };
}
