using Bench.Analysis.ServiceLevels;
using Bench.Results;

namespace Bench.Analysis.Capacity;

/// <summary>One lane on one kind of terms: its trials, what comes next, and what they say.</summary>
public sealed class LaneCapacity
{
    private readonly CapacityPlan _plan;
    private readonly CapacitySearch _search;
    private readonly List<Overload> _overloads;
    private readonly NextTrial? _nextOfSearch;

    internal LaneCapacity(
        CapacityTarget target,
        CapacityPlan plan,
        ServiceLevel level,
        IReadOnlyList<Trial> trials
    )
    {
        (Target, _plan, Level, Trials) = (target, plan, level, trials);
        var ladder = new Ladder(target.Start, plan.Resolution);
        _search = new(ladder, plan.Launches);
        _nextOfSearch = _search.Next(trials);
        Estimate = _nextOfSearch is null
            ? CapacityEstimate.Of(trials, ladder.Load(ladder.Lowest))
            : new(CapacityState.Unfinished);
        _overloads =
        [
            .. OverloadTrials
                .Where(trial => trial.Sample is { Valid: true })
                .Select(trial => Capacity.Overload.Of(trial.Sample!, level))
                .OfType<Overload>(),
        ];
        Overload = OverloadEstimate.Of(_overloads);
    }

    public CapacityTarget Target { get; }
    public ServiceLevel Level { get; }

    /// <summary>In the order in which they were taken.</summary>
    public IReadOnlyList<Trial> Trials { get; }

    public CapacityEstimate Estimate { get; }

    /// <summary>What an overload did; null before one was measured.</summary>
    public OverloadEstimate? Overload { get; }

    /// <summary>Model, with the variant unless it is the default.</summary>
    public string Name => VariantName.Of(Target.Model, Target.Variant, "/");

    /// <summary>Launches that the search takes at most, overloads included.</summary>
    public int MostTrials => _search.MostTrials + _plan.OverloadLaunches + 1;

    /// <summary>The next launch, or null when there is none to come.</summary>
    public NextTrial? Next => _nextOfSearch ?? NextOverload;

    /// <summary>Launches on the longer window under loads that the interval of the capacity holds; the nearest below where it holds none.</summary>
    public IReadOnlyList<Trial> AtCapacity
    {
        get
        {
            List<Trial> met =
            [
                .. Trials.Where(trial =>
                    trial.Stage == CaseStage.Confirm
                    && trial.Outcome == TrialOutcome.Met
                    && trial.Load <= (Estimate.High ?? Estimate.Load)
                ),
            ];
            var within = met.Where(trial => trial.Load >= Estimate.Low).ToList();
            var highest = met.Select(trial => trial.Load).DefaultIfEmpty().Max();
            return within.Count > 0 ? within : [.. met.Where(trial => trial.Load == highest)];
        }
    }

    /// <summary>A metric over the launches at capacity that met the objectives; null without any.</summary>
    public Estimate? AtCapacityOf(Metric metric)
    {
        double[] values = [.. AtCapacity.Select(trial => metric.Select(trial.Sample!)).OfType<double>()];
        return values.Length == 0 ? null : LaunchEstimate.Of(values);
    }

    private IEnumerable<Trial> OverloadTrials => Trials.Where(trial => trial.Stage == CaseStage.Overload);

    // One launch more than wanted where one could not be used.
    private NextTrial? NextOverload =>
        Estimate is not { State: CapacityState.Found, Load: { } load }
        || OverloadTrials.Any(trial => trial.Outcome == TrialOutcome.Broken)
        || _overloads.Count >= _plan.OverloadLaunches
        || OverloadTrials.Count() > _plan.OverloadLaunches
            ? null
            : new(
                (int)Math.Round(_plan.RestFactor * load),
                CaseStage.Overload,
                (int)Math.Round(_plan.OverloadFactor * load)
            );
}
