using System.Collections.Concurrent;
using Bench.Results;

namespace Bench.Analysis;

/// <summary>One planned case (or its A/A copy) with what its launches gave.</summary>
public sealed class Arm
{
    private readonly Sample[] _samples;
    private readonly ConcurrentDictionary<Metric, Estimate?> _estimates = [];
    private readonly ConcurrentDictionary<Metric, SortedList<int, double>> _values = [];
    private readonly Lazy<SteadyState> _steadyState;

    internal Arm(PlannedCase plannedCase, IEnumerable<Sample> samples, RepeatedRounds repeated)
    {
        Case = plannedCase;
        var refused = new List<Refusal>();
        var incorrect = new List<Sample>();
        var replaced = new List<Refusal>();
        var used = new SortedDictionary<int, Sample>();
        foreach (var sample in samples.OrderBy(sample => sample.Round))
        {
            if (WhyRefused(sample) is { Count: > 0 } reasons)
            {
                refused.Add(new(sample.Round, sample.Status, reasons));
                if (sample.Status == SampleStatus.Incorrect)
                {
                    incorrect.Add(sample);
                }
            }
            else if (repeated.WhyLeftOut(sample) is { } disturbed)
            {
                replaced.Add(new(sample.Round, sample.Status, [disturbed]));
            }
            else if (!used.TryAdd(sample.Round, sample))
            {
                refused.Add(new(sample.Round, sample.Status, ["this round already has a valid sample"]));
            }
        }

        _samples = [.. used.Values];
        _steadyState = new(MostlySteady);
        Refused = refused;
        IncorrectSamples = incorrect;
        Replaced = replaced;
    }

    public PlannedCase Case { get; }

    /// <summary>When the run judges its rounds.</summary>
    public Looks Looks { get; internal init; } = Looks.Once;

    /// <summary>
    /// Model, with the variant unless it is the default, <c>#2</c> for the A/A copy, what was slowed down on purpose, <c>!traced</c>, and
    /// <c>!base</c> for the base build's.
    /// </summary>
    public string Name =>
        VariantName.Of(Case.Model, Case.Variant, "/")
        + (Case.Replica == 0 ? "" : $"#{Case.Replica + 1}")
        + Case.Slowdown?.Suffix
        + (Case.Traced ? PlannedCase.TraceSuffix : "")
        + (Case.Build is null ? "" : PlannedCase.BaseSuffix);

    /// <summary>Valid samples, at most one a round, by round.</summary>
    public IReadOnlyList<Sample> Samples => _samples;

    /// <summary>Samples that enter no figure, with the reasons.</summary>
    public IReadOnlyList<Refusal> Refused { get; }

    /// <summary>Valid samples of disturbed rounds that were measured again: they enter no figure, and nothing is wrong with them but the time.</summary>
    public IReadOnlyList<Refusal> Replaced { get; }

    /// <summary>True when any launch broke its invariant: the arm is reported, never ranked.</summary>
    public bool Incorrect => IncorrectSamples.Count > 0;

    /// <summary>
    /// Samples of launches that broke their invariant: no figures, but what they show to have happened did.
    /// </summary>
    internal IReadOnlyList<Sample> IncorrectSamples { get; }

    /// <summary>How the windows of at least half of the launches look, or worse; unknown when none can be told.</summary>
    public SteadyState SteadyState => _steadyState.Value;

    /// <summary>Centre and interval of a metric over launches, or null when no valid sample has it.</summary>
    /// <remarks>Remembered: a report asks for the same figures many times over.</remarks>
    public Estimate? Estimate(Metric metric) =>
        _estimates.GetOrAdd(
            metric,
            asked =>
            {
                var values = Values(asked).Values.ToArray();
                return values.Length == 0 ? null : LaunchEstimate.Of(values);
            }
        );

    /// <summary>The metric's finite values by round, in the order of rounds.</summary>
    /// <remarks>Remembered, as estimates are.</remarks>
    public IReadOnlyDictionary<int, double> Values(Metric metric) =>
        _values.GetOrAdd(
            metric,
            asked =>
            {
                var values = new SortedList<int, double>(_samples.Length);
                foreach (var sample in _samples)
                {
                    if (asked.Select(sample) is { } value && double.IsFinite(value))
                    {
                        values.Add(sample.Round, value);
                    }
                }

                return values;
            }
        );

    private SteadyState MostlySteady()
    {
        SteadyState[] known =
        [
            .. _samples.Select(SteadyStates.Of).Where(state => state != SteadyState.Unknown).Order(),
        ];
        return known.Length == 0 ? SteadyState.Unknown : known[known.Length / 2];
    }

    private static List<string> WhyRefused(Sample sample)
    {
        List<string> reasons = [.. sample.InvalidBecause];
        if (reasons.Count == 0 && !(sample.Valid && sample.Status == SampleStatus.Measured))
        {
            reasons.Add(sample.Status == SampleStatus.Measured ? "marked invalid" : sample.Status);
        }

        return sample.Valid && sample.Status == SampleStatus.Measured ? [] : reasons;
    }
}
