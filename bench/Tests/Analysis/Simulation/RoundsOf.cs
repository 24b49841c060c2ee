using Gauss = MathNet.Numerics.Distributions.Normal;

namespace Bench.Tests.Analysis.Simulation;

/// <summary>The ways in which launches differ.</summary>
internal static class RoundsOf
{
    /// <summary>Each launch of each arm is log-normal; <paramref name="deviation"/> is its coefficient of variation.</summary>
    public static Rounds LogNormal(double deviation, double effect = 1) =>
        (random, count) => Make(count, _ => Math.Log(effect) + Difference(random, deviation));

    /// <summary>Each launch of each arm is normal with the given coefficient of variation.</summary>
    public static Rounds Normal(double deviation) =>
        (random, count) =>
            Make(count, _ => Math.Log(Launch(random, deviation)) - Math.Log(Launch(random, deviation)));

    /// <summary>Issue 4's A/A: 10 % drift over the run, 3 % between launches, 1 % within; arms meet at random positions of a round.</summary>
    public static Rounds Drifting() =>
        (random, count) =>
            Make(
                count,
                _ =>
                    Difference(random, 0.03)
                    + Difference(random, 0.01)
                    + (0.1 / count * (random.NextDouble() - random.NextDouble()))
            );

    /// <summary>A share of the launches of each arm, which are the same code, is slower by a factor.</summary>
    public static Rounds Bimodal(double share, double factor, double deviation) =>
        (random, count) =>
            Make(
                count,
                _ => Difference(random, deviation) + Mode(random, share, factor) - Mode(random, share, factor)
            );

    /// <summary>The p99 of 1,000 log-normal operations of each launch, whose launches differ by 3 %.</summary>
    public static Rounds P99() =>
        (random, count) => Make(count, _ => Math.Log(Launches.P99(random)) - Math.Log(Launches.P99(random)));

    /// <summary>Exactly one round in ten has one arm three times too slow: the one that hides the effect, or either.</summary>
    public static Rounds Disturbed(this Rounds rounds, bool against) =>
        (random, count) =>
        {
            var values = rounds(random, count);
            for (var i = 0; i < count / 10; i++)
            {
                values[i] += against || random.Next(2) == 0 ? -Math.Log(3) : Math.Log(3);
            }

            return values;
        };

    /// <summary>The same rounds in an order of chance, for those who look before all are there.</summary>
    public static Rounds Scattered(this Rounds rounds) =>
        (random, count) =>
        {
            var values = rounds(random, count);
            random.Shuffle(values);
            return values;
        };

    private static double[] Make(int count, Func<int, double> value) =>
        [.. Enumerable.Range(0, count).Select(value)];

    private static double Difference(Random random, double deviation) =>
        Gauss.Sample(random, 0, deviation * Math.Sqrt(2));

    private static double Launch(Random random, double deviation) => Gauss.Sample(random, 1, deviation);

    private static double Mode(Random random, double share, double factor) =>
        random.NextDouble() < share ? Math.Log(factor) : 0;
}
