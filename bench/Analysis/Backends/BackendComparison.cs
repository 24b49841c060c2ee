using Bench.Results;

namespace Bench.Analysis.Backends;

/// <summary>One scenario on the simulated backend and on a real one.</summary>
/// <param name="Simulated">The scenario on the simulated backend.</param>
/// <param name="Real">The same on a real one.</param>
/// <param name="Orders">Every pair of models that both have.</param>
public sealed record BackendComparison(Scenario Simulated, Scenario Real, IReadOnlyList<BackendOrder> Orders)
{
    /// <summary>The largest relative difference that does not matter.</summary>
    public const double Margin = 0.05;

    /// <summary>Name of the real backend.</summary>
    public string Backend => BackendName.Of(Real.Parameters);

    /// <summary>Models in their own way of being used, which is what an order of models is of.</summary>
    public static IEnumerable<Arm> Models(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return scenario.Arms.Where(arm => arm.Case is { Competes: true, Variant: VariantName.Default });
    }

    /// <summary>Every scenario of a run that was measured on both. All verdicts are one family (Holm).</summary>
    public static IReadOnlyList<BackendComparison> Of(RunAnalysis run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var pairs = (
            from real in run.Scenarios
            where BackendName.Of(real.Parameters) != BackendName.Simulated
            from simulated in run.Scenarios
            where IsSameBut(simulated, real)
            select (simulated, real)
        ).ToList();
        var verdicts = new Queue<Verdict>(
            Family.Holm([.. pairs.SelectMany(pair => Verdicts(pair.simulated, pair.real))])
        );
        return
        [
            .. pairs.Select(pair => new BackendComparison(
                pair.simulated,
                pair.real,
                [
                    .. Verdicts(pair.simulated, pair.real)
                        .Chunk(2)
                        .Select(_ => new BackendOrder(verdicts.Dequeue(), verdicts.Dequeue())),
                ]
            )),
        ];
    }

    private static bool IsSameBut(Scenario simulated, Scenario real) =>
        simulated.Workload.Id == real.Workload.Id
        && simulated.Terms == real.Terms
        && simulated.Parameters.Equals(
            new ParameterSet(real.Parameters.Where(item => item.Key != BackendName.Parameter))
        );

    // By pairs of models: on the simulated backend, then on the real one.
    private static IEnumerable<Verdict> Verdicts(Scenario simulated, Scenario real)
    {
        var arms = (
            from one in Models(simulated)
            from other in Models(real)
            where one.Name == other.Name
            select (Simulated: one, Real: other)
        ).ToList();
        return from first in arms.Index()
            from second in arms.Skip(first.Index + 1)
            from verdict in new[]
            {
                Comparison.Compare(first.Item.Simulated, second.Simulated, simulated.Metric, Margin),
                Comparison.Compare(first.Item.Real, second.Real, simulated.Metric, Margin),
            }
            select verdict;
    }
}
