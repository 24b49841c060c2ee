using Bench.Measurement.Clocks;
using Bench.Measurement.Hosting;
using Bench.Measurement.Recording;
using Bench.Results;

namespace Bench.Workloads;

/// <summary>
/// Many creatures meet in one place, two at a time, and change their colours: all contend for the one mall, and every
/// meeting needs two. The metric that matters is throughput. Source: Savina's chameneos (Kaiser and Pradat-Peyre 2003). There
/// the mall tells the one that waited and this one the other; here it is the lane's to choose how both learn of it.
/// </summary>
public abstract class Chameneos : Workload<ChameneosParameters>
{
    private readonly Arrival _faded = new();
    private List<LatencyRecorder> _recorders = [];
    private long _games;
    private double[] _met = [];

    public override WorkloadFacts Facts =>
        new(
            "chameneos",
            "Meetings of two in one place",
            "Creatures come to a mall, meet whoever comes next, both change to the complement of their colours, and come again.",
            "One visit of a creature to the mall, until it has met another (a meeting is two visits) or found the mall closed.",
            "throughput"
        )
        {
            OwnMetrics = ["fairnessFraction", "meetingsPerSecond"],
        };

    public override int WarmUpIterations => 2;

    /// <summary>Each creature has one visit under way from the signal to its last; the pauses between short games are all that the sampler could tell.</summary>
    public override bool ObeysLittlesLaw => false;

    /// <summary>With Savina's parameters a game of threads takes seconds.</summary>
    public override TimeSpan Limit => TimeSpan.FromSeconds(180);

    /// <summary>The creatures; each is a unit, from game to game or anew in each.</summary>
    protected IReadOnlyList<Creature> Creatures { get; private set; } = [];

    /// <summary>The mall that they share.</summary>
    protected Mall Mall { get; private set; } = new(0);

    protected override IEnumerable<Configuration<ChameneosParameters>> Configurations
    {
        get
        {
            yield return new(
                Presets.Smoke,
                new()
                {
                    Creatures = 20,
                    Meetings = 2_000,
                    PlayMilliseconds = 50,
                }
            );
            yield return new(Presets.Full, new() { Meetings = 20_000 });
            yield return new(Presets.Full, new() { Creatures = 10, Meetings = 20_000 });
            yield return new(Presets.Savina | Presets.Full, new());
        }
    }

    /// <summary>Creates whatever is to last over several games.</summary>
    protected abstract void Open();

    /// <summary>
    /// Has every creature visit the mall until it is closed to it, and returns when all have faded.
    /// </summary>
    protected abstract void Play();

    /// <summary>Ends the units and waits for them. No creature is in the mall.</summary>
    protected abstract void Close();

    /// <summary>For <see cref="Play"/>: waits until all creatures have faded.</summary>
    protected void AwaitFaded() => _faded.Wait();

    protected override void Prepare()
    {
        _recorders = [.. Enumerable.Range(0, Parameters.Creatures).Select(_ => Latencies.NewRecorder())];
        _met = new double[Parameters.Creatures];
    }

    protected override void PrepareIteration()
    {
        _games = 0;
        Mall = new(Parameters.Creatures);
        Creatures =
        [
            .. _recorders.Select(
                (recorder, id) => new Creature(id, new BackToBack(recorder, InFlight), _faded)
            ),
        ];
        Open();
    }

    protected override void RunIteration() => MeasureFor(Parameters.PlayMilliseconds, PlayGame);

    protected override void FinishIteration()
    {
        Close();
        var visits = Creatures.Sum(creature => creature.Meetings);
        Count(
            new()
            {
                Intended = _games * ((2L * Parameters.Meetings) + Parameters.Creatures),
                Completed = visits + (_games * Parameters.Creatures),
            }
        );
        if (IsMeasured)
        {
            Judge();
        }
    }

    protected override void Check(Findings findings)
    {
        findings.ExpectEqual(_games * Parameters.Meetings, Mall.Meetings, "meetings in the mall");
        findings.ExpectEqual(
            2 * Mall.Meetings,
            Creatures.Sum(creature => creature.Meetings),
            "meetings that the creatures had, two for each in the mall"
        );
        findings.ExpectEqual(0, Mall.Faults, "visitors that came twice or with a colour that is not theirs");
        findings.ExpectEqual(
            0,
            Creatures.Sum(creature => creature.Faults),
            "meetings told to somebody else, or twice"
        );
        findings.ExpectEqual(
            Creatures.Sum(creature => (int)CreatureColours.First(creature.Id)) % CreatureColours.Count,
            Creatures.Sum(creature => (int)creature.Colour) % CreatureColours.Count,
            "sum of the colours, mod 3, which no meeting changes"
        );
        findings.Expect(
            Creatures.Select(creature => creature.Colour).SequenceEqual(Mall.Colours),
            "a creature's colour differs from the sequential oracle's"
        );
        findings.ExpectEqual(0, Units.Alive, "units alive after the end");
    }

    // Over all iterations.
    private void Judge()
    {
        for (var creature = 0; creature < Creatures.Count; creature++)
        {
            _met[creature] += Creatures[creature].Meetings;
        }

        var fairness = Fairness.Of(_met);
        Metrics["fairnessFraction"] = fairness;
        Metrics["meetingsPerSecond"] = _met.Sum() / 2 / Window.Seconds;
        StarvesCallers = fairness < Fairness.Enough;
    }

    private void PlayGame()
    {
        _games++;
        _faded.Expect(Parameters.Creatures);
        Mall.Open(Parameters.Meetings);
        var now = SystemClock.Timestamp;
        foreach (var creature in Creatures)
        {
            creature.Begin(now);
        }

        Play();
    }
}
