namespace Bench.Tests.Analysis.Simulation;

/// <summary>How often something is said of simulated comparisons, by design.md's order of verdicts.</summary>
/// <param name="Candidate">The interval method.</param>
/// <param name="Equivalence">Confidence of the interval that equivalence is judged by.</param>
/// <param name="Repetitions">Simulated comparisons for methods that do not resample.</param>
internal sealed record Rates(Candidate Candidate, double Equivalence = 0.95, int Repetitions = 10_000)
{
    private const double Difference = 0.99;
    private const int Seed = 4;
    private static readonly double Margin = Math.Log(1.05);

    /// <summary>Share called better or worse.</summary>
    public double Different(Rounds rounds, int count) =>
        Share(rounds, count, interval => !Within(interval) && interval(Difference) is (> 0, _) or (_, < 0));

    /// <summary>Share in which a ratio above 1 is called so.</summary>
    public double Found(Rounds rounds, int count) =>
        Share(rounds, count, interval => !Within(interval) && interval(Difference).Low > 0);

    public double Equivalent(Rounds rounds, int count) => Share(rounds, count, Within);

    /// <summary>Share of 95 % intervals that hold the true log ratio, 0.</summary>
    public double Covers(Rounds rounds, int count) =>
        Share(rounds, count, interval => interval(0.95) is (<= 0, >= 0));

    private bool Within(Func<double, (double Low, double High)> interval) =>
        interval(Equivalence) is var (low, high) && low > -Margin && high < Margin;

    private double Share(Rounds rounds, int count, Func<Func<double, (double Low, double High)>, bool> holds)
    {
        var random = new Random(Seed);
        var repetitions = Candidate.Slow ? Repetitions / 10 : Repetitions;
        var held = 0;
        for (var i = 0; i < repetitions; i++)
        {
            held += holds(Candidate.Interval(rounds(random, count), random)) ? 1 : 0;
        }

        return (double)held / repetitions;
    }
}
