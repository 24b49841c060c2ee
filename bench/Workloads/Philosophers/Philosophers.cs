using Bench.Measurement.Clocks;
using Bench.Measurement.Hosting;
using Bench.Measurement.Recording;
using Bench.Results;

namespace Bench.Workloads;

/// <summary>
/// Dijkstra's dining philosophers, as Savina has them: nobody thinks, and a meal takes no time unless asked, so all that is left is
/// agreeing on who has the forks. Unlike in Savina, who must wait is told when it may eat, and does not ask again and again, and the
/// arbitrator lets nobody starve.
/// </summary>
public abstract class Philosophers : Workload<PhilosophersParameters>
{
    private List<LatencyRecorder> _recorders = [];
    private List<Fork> _forks = [];
    private List<Philosopher> _diners = [];
    private long[] _eaten = [];
    private Headway _headway = new([]);
    private long _dinners;
    private long _wrongMeals;

    public override WorkloadFacts Facts =>
        new(
            "philosophers",
            "Dining philosophers",
            "Philosophers round a table, each with a fork to share on either side, eat a number of meals each, as fast as they get both forks.",
            "One meal: from being hungry, which a philosopher is as soon as the meal before is eaten, until it is eaten.",
            "throughput"
        )
        {
            OwnMetrics = ["fairnessFraction", "handoversPerMeal", "dinnerMilliseconds"],
        };

    public override int WarmUpIterations => 2;

    /// <summary>
    /// A philosopher is in flight from the signal to its last meal, so sums of latencies agree by construction; and a dinner may be
    /// over before the sampler has looked twice.
    /// </summary>
    public override bool ObeysLittlesLaw => false;

    /// <summary>The philosophers in the order of their seats; each is a unit.</summary>
    protected IReadOnlyList<Philosopher> Diners => _diners;

    protected override IEnumerable<Configuration<PhilosophersParameters>> Configurations
    {
        get
        {
            yield return new(
                Presets.Smoke,
                new()
                {
                    Philosophers = 5,
                    Meals = 200,
                    MealRounds = 100,
                    DineMilliseconds = 30,
                }
            );
            yield return new(Presets.Full, new() { Meals = 1_000 });
            yield return new(Presets.Full | Presets.Savina, new());

            // With meals of a microsecond a dinner outlasts a thread's time slice, so that neighbours meet on any model.
            yield return new(Presets.Full, new() { Meals = 5_000, MealRounds = 250 });
        }
    }

    /// <summary>Creates what is there for several dinners; outside the measured window.</summary>
    protected virtual void Open() { }

    /// <summary>
    /// Has every philosopher eat as long as it is hungry, neighbours never at once, and returns when nobody is hungry.
    /// </summary>
    protected abstract void Dine();

    /// <summary>Ends the units that are still there, and waits for them.</summary>
    protected virtual void Close() { }

    protected override void Prepare()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Parameters.Philosophers, 2);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Parameters.Meals);
        _recorders = [.. Enumerable.Range(0, Parameters.Philosophers).Select(_ => Latencies.NewRecorder())];
        _eaten = new long[Parameters.Philosophers];
    }

    protected override void PrepareIteration()
    {
        (_dinners, _wrongMeals) = (0, 0);
        Array.Clear(_eaten);
        _forks = _recorders.ConvertAll(_ => new Fork());
        _diners = [.. _recorders.Select(NewDiner)];
        _headway = new(_diners.ConvertAll<Func<long>>(diner => () => diner.Eaten));
        _diners.ForEach(diner => diner.Headway = _headway);
        Open();
    }

    protected override void RunIteration() => MeasureFor(Parameters.DineMilliseconds, DineOnce);

    protected override void FinishIteration()
    {
        Close();
        Count(new() { Intended = _dinners * Meals, Completed = _eaten.Sum() });
        if (IsMeasured)
        {
            Metrics["fairnessFraction"] = _headway.Fairness;
            Metrics["handoversPerMeal"] = (double)_forks.Sum(fork => fork.Handovers) / (_dinners * Meals);
            Metrics["dinnerMilliseconds"] = Window.Seconds * 1e3 * Meals / Operations.Intended;
            StarvesCallers |= _headway.Fairness < Fairness.Enough;
        }
    }

    protected override void Check(Findings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        findings.ExpectEqual(0, _diners.Sum(diner => diner.Faults), "meals with a fork that two held");
        findings.ExpectEqual(
            0,
            _wrongMeals,
            "philosophers who ate more or fewer meals in a dinner than asked"
        );
        for (var fork = 0; fork < _forks.Count; fork++)
        {
            var left = (fork + _forks.Count - 1) % _forks.Count;
            findings.Expect(
                _forks[fork].Uses == _eaten[left] + _eaten[fork],
                "a fork was not taken as often as those beside it ate"
            );
        }

        findings.ExpectEqual(0, Units.Alive, "units alive after the end");
    }

    private long Meals => (long)Parameters.Philosophers * Parameters.Meals;

    private Philosopher NewDiner(LatencyRecorder recorder, int seat) =>
        new(
            seat,
            _forks[seat],
            _forks[(seat + 1) % _forks.Count],
            new BackToBack(recorder, InFlight),
            Parameters
        );

    private void DineOnce()
    {
        _headway.Begin();
        var now = SystemClock.Timestamp;
        foreach (var diner in _diners)
        {
            diner.Sit(now);
        }

        Dine();
        _dinners++;
        foreach (var diner in _diners)
        {
            _eaten[diner.Seat] += diner.Eaten;
            _wrongMeals += diner.Eaten == Parameters.Meals ? 0 : 1;
        }
    }
}
