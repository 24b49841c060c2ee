using Bench.Analysis.Capacity;

namespace Bench.Tests.Analysis.Capacity;

/// <summary>What a method of finding capacities is worth on one kind of noisy system.</summary>
internal sealed record CapacityRates(
    int Launches,
    double Deviation,
    double ShortWindows,
    double Disturbed,
    double Unusable
)
{
    public static Ladder Ladder { get; } = new(2_000, 0.05);

    public static IReadOnlyList<CapacityRates> All { get; } =
    [
        new(8, 0.01, 1, 0, 0),
        new(8, 0.03, 1, 0, 0),
        new(8, 0.10, 1, 0, 0),
        new(8, 0.03, 1.5, 0, 0),
        new(8, 0.03, 0.5, 0, 0),
        new(8, 0.05, 1.2, 0.05, 0.1),
        new(12, 0.05, 1.2, 0.05, 0.1),
        new(20, 0.05, 1.2, 0.05, 0.1),
    ];

    public string Words =>
        $"{Launches} launches, sd {Deviation:P0}, short windows x{ShortWindows}, disturbed {Disturbed:P0}, unusable {Unusable:P0}";

    public (double Covered, double Width, double Bias, double Trials, int MostTrials) Of(
        CapacityMethod method,
        int runs
    )
    {
        var results = Enumerable
            .Range(0, runs)
            .AsParallel()
            .Select(run =>
            {
                var capacity = 500 * Math.Pow(100, (run + 0.5) / runs);
                var system = new NoisySystem(capacity, Deviation, run)
                {
                    ShortWindows = ShortWindows,
                    Disturbed = Disturbed,
                    Unusable = Unusable,
                };
                var (interval, trials) = method.Find(system, Launches);
                return (Capacity: capacity, Interval: interval, Trials: trials);
            })
            .ToList();
        var found = results.FindAll(result => result.Interval is not null);
        return (
            // A search without an interval has not covered anything.
            (double)
                found.Count(result =>
                    result.Interval!.Value.Low <= result.Capacity
                    && result.Capacity <= result.Interval.Value.High
                ) / runs,
            found.Average(result => Math.Log(result.Interval!.Value.High / result.Interval.Value.Low)),
            found.Average(result => Math.Log(result.Interval!.Value.Value / result.Capacity)),
            results.Average(result => result.Trials),
            results.Max(result => result.Trials)
        );
    }
}
