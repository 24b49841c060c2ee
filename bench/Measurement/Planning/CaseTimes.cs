using Bench.Results;

namespace Bench.Measurement.Planning;

/// <summary>
/// How long a case takes, from what has been measured: the mean time from the start of its process to that of the next,
/// so that what happens between processes is counted too. Pauses in which the run stood still are not.
/// </summary>
public sealed class CaseTimes
{
    /// <summary>The most that starting a process or drawing a report adds to a case's limit.</summary>
    private const double BetweenSeconds = 60;

    private readonly Dictionary<string, double> _seconds;
    private readonly double? _mean;
    private readonly Dictionary<string, double> _limits;

    private CaseTimes(List<(string Key, double Seconds)> steps, Dictionary<string, double> limits)
    {
        _limits = limits;
        _mean = steps.Count == 0 ? null : steps.Average(step => step.Seconds);
        _seconds = steps
            .GroupBy(step => step.Key)
            .ToDictionary(group => group.Key, group => group.Average(step => step.Seconds));
    }

    /// <param name="manifest">The plan.</param>
    /// <param name="samples">Samples of the run, in any order.</param>
    public static CaseTimes Of(RunManifest manifest, IEnumerable<Sample> samples)
    {
        var limits = manifest.Cases.ToDictionary(planned => planned.Key, planned => planned.LimitSeconds);
        var ordered = samples
            .OrderBy(sample => sample.StartedAt)
            .Select(sample => (Key: PlannedCase.KeyOf(sample.Case, sample.Replica), sample.StartedAt))
            .Where(start => limits.ContainsKey(start.Key))
            .ToList();
        return new(
            [
                .. ordered
                    .Zip(
                        ordered.Skip(1),
                        (one, next) =>
                            (one.Key, Seconds: (next.StartedAt - one.StartedAt).TotalSeconds, Next: next.Key)
                    )
                    .Where(step => step.Seconds <= limits[step.Key] + limits[step.Next] + BetweenSeconds)
                    .Select(step => (step.Key, step.Seconds)),
            ],
            limits
        );
    }

    /// <summary>What a round of these cases would take: a case not timed yet counts as the mean of all, or with its limit.</summary>
    public TimeSpan Round(IEnumerable<string> cases) =>
        TimeSpan.FromSeconds(
            cases.Sum(key => _seconds.TryGetValue(key, out var own) ? own : _mean ?? _limits[key])
        );
}
