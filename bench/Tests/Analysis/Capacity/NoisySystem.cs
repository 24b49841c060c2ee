using Bench.Analysis.Capacity;
using Bench.Results;
using MathNet.Numerics.Distributions;

namespace Bench.Tests.Analysis.Capacity;

/// <summary>
/// A made-up lane with a known capacity. Each launch has a capacity of its own around it (log-normal), short windows see
/// another one, some launches are disturbed, and above a limit of its own the load generator is late.
/// </summary>
/// <param name="capacity">The load at which a launch on the longer window is as likely to meet the objectives as to miss them.</param>
/// <param name="deviation">Standard deviation of a launch's own capacity, in the logarithm.</param>
/// <param name="seed">Seed of everything random.</param>
internal sealed class NoisySystem(double capacity, double deviation, int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>Capacity on short windows ÷ capacity on longer ones.</summary>
    public double ShortWindows { get; init; } = 1;

    /// <summary>Share of launches that miss whatever the load.</summary>
    public double Disturbed { get; init; }

    /// <summary>Share of launches that cannot be used whatever the load.</summary>
    public double Unusable { get; init; }

    /// <summary>The generator is late above this.</summary>
    public double GeneratorLimit { get; init; } = double.PositiveInfinity;

    public Trial Try(NextTrial next)
    {
        var own =
            capacity
            * Math.Exp(deviation * Normal.Sample(_random, 0, 1))
            * (next.Stage == CaseStage.Search ? ShortWindows : 1);
        var late = next.Load > GeneratorLimit * Math.Exp(0.01 * Normal.Sample(_random, 0, 1));
        var outcome =
            late || _random.NextDouble() < Unusable ? TrialOutcome.Unmeasured
            : next.Load > own || _random.NextDouble() < Disturbed ? TrialOutcome.Missed
            : TrialOutcome.Met;
        var because =
            outcome == TrialOutcome.Unmeasured ? "the load generator was late: p99 9 ms"
            : outcome == TrialOutcome.Missed ? "p99"
            : "";
        return new(next.Load, next.Stage, outcome, because);
    }

    /// <summary>Searches to the end.</summary>
    public List<Trial> Search(CapacitySearch search)
    {
        var trials = new List<Trial>();
        while (search.Next(trials) is { } next)
        {
            trials.Add(Try(next));
        }

        return trials;
    }
}
