using Bench.Analysis.Capacity;
using Bench.Results;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace Bench.Tests.Analysis.Capacity;

/// <summary>The suite's way to find a capacity, and others that are in use.</summary>
internal static class CapacityMethods
{
    private const double OneStep = 1.05;

    public static CapacityMethod Chosen { get; } =
        new(
            "staircase, posterior",
            (system, launches) =>
            {
                var ladder = CapacityRates.Ladder;
                var trials = system.Search(new CapacitySearch(ladder, launches));
                var estimate = CapacityEstimate.Of(trials, ladder.Load(ladder.Lowest));
                return (
                    estimate is { State: CapacityState.Found, Load: { } load, Low: { } low, High: { } high }
                        ? (load, low, high)
                        : null,
                    trials.Count
                );
            }
        );

    public static IReadOnlyList<CapacityMethod> All { get; } =
    [
        Chosen,
        new("one bisection", (system, _) => Bracket(system, votes: 1)),
        new("bisection, best of 3", (system, _) => Bracket(system, votes: 3)),
        new("staircase, t of its loads", Levels),
    ];

    /// <summary>Doubling and bisection on the longer window; the last two loads are the interval.</summary>
    private static ((double, double, double)?, int) Bracket(NoisySystem system, int votes)
    {
        var trials = 0;
        var low = 2_000.0;
        while (low > 40 && !Meets(low))
        {
            low /= 2;
        }

        var high = 2 * low;
        while (high < 500_000 && Meets(high))
        {
            (low, high) = (high, 2 * high);
        }

        while (high / low > OneStep)
        {
            var middle = Math.Sqrt(low * high);
            _ = Meets(middle) ? low = middle : high = middle;
        }

        return ((Math.Sqrt(low * high), low, high), trials);

        bool Meets(double load)
        {
            var met = 0;
            for (var vote = 0; vote < votes; vote++)
            {
                trials++;
                met +=
                    system.Try(new((int)Math.Round(load), CaseStage.Confirm)).Outcome == TrialOutcome.Met
                        ? 1
                        : 0;
            }

            return 2 * met > votes;
        }
    }

    /// <summary>Student's t of the logarithms of the loads that the staircase visits (after Dixon and Mood, 1948).</summary>
    private static ((double, double, double)?, int) Levels(NoisySystem system, int launches)
    {
        var trials = system.Search(new CapacitySearch(CapacityRates.Ladder, launches));
        double[] logs =
        [
            .. trials
                .Where(trial => trial.Stage == CaseStage.Confirm && trial.Outcome != TrialOutcome.Unmeasured)
                .TakeLast(launches)
                .Select(trial => Math.Log(trial.Load)),
        ];
        if (logs.Length < 2)
        {
            return (null, trials.Count);
        }

        var reach =
            logs.StandardDeviation() / Math.Sqrt(logs.Length) * StudentT.InvCDF(0, 1, logs.Length - 1, 0.975);
        var mean = logs.Mean();
        return ((Math.Exp(mean), Math.Exp(mean - reach), Math.Exp(mean + reach)), trials.Count);
    }
}
