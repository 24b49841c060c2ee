using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;
using Gauss = MathNet.Numerics.Distributions.Normal;

namespace Bench.Tests.Analysis.Simulation;

/// <summary>Finds, by simulating Student's t without an effect, the errors of looks that together spend as a function says.</summary>
internal static class SpentErrors
{
    private const int Repetitions = 200_000;
    private const int Seed = 6;

    /// <param name="at">Numbers of rounds, ascending, at which is looked.</param>
    /// <param name="spent">Error spent by a share 0…1 of all rounds.</param>
    /// <returns>Two-sided errors, one a look.</returns>
    public static IReadOnlyList<double> Of(int[] at, Func<double, double> spent)
    {
        var random = new Random(Seed);
        var alive = Enumerable.Range(0, Repetitions).Select(_ => Statistics(random, at)).ToList();
        var errors = new double[at.Length];
        var gone = 0;
        foreach (var (look, rounds) in at.Index())
        {
            var now = (int)Math.Round(spent((double)rounds / at[^1]) * Repetitions) - gone;
            if (now > 0)
            {
                var bound = alive.Select(values => values[look]).OrderDescending().ElementAt(now - 1);
                errors[look] = 2 * StudentT.CDF(0, 1, rounds - 1, -bound);
                alive.RemoveAll(values => values[look] >= bound);
                gone += now;
            }
        }

        return errors;
    }

    /// <summary>|t| at each look.</summary>
    private static double[] Statistics(Random random, int[] at)
    {
        var running = new RunningStatistics();
        var values = new double[at.Length];
        for (var (rounds, look) = (1, 0); look < at.Length; rounds++)
        {
            running.Push(Gauss.Sample(random, 0, 1));
            if (rounds == at[look])
            {
                values[look++] = Math.Abs(running.Mean) / running.StandardDeviation * Math.Sqrt(rounds);
            }
        }

        return values;
    }
}
