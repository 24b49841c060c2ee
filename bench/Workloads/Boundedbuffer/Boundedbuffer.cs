using Bench.Measurement.Hosting;
using Bench.Measurement.Recording;
using Bench.Results;

namespace Bench.Workloads;

/// <summary>
/// Many producers and many consumers, each with work of its own, share one bounded buffer: how much of the processors is left
/// for the work. The metric that matters is throughput. Source: Savina's bounded buffer, whose work is logarithms of
/// random numbers; ours is integers, so that a sum tells whether all of it was done.
/// </summary>
public abstract class Boundedbuffer : Workload<BoundedbufferParameters>
{
    private readonly Arrival _consumed = new();
    private List<LatencyRecorder> _recorders = [];
    private BufferLevel _level = new();
    private int[] _times = [];
    private ulong _sumOfGame;
    private ulong _games;
    private long _distinct;
    private long _lost;
    private long _twice;
    private long _strangers;

    public override WorkloadFacts Facts =>
        new(
            "boundedbuffer",
            "Producers and consumers with work",
            "Producers make items, consumers consume them, and only so many may wait in the buffer between them.",
            "One item: from when it is made, any wait for room included, until a consumer has it.",
            "throughput"
        )
        {
            OwnMetrics = ["mostItemsWaiting"],
        };

    public override int WarmUpIterations => 2;

    /// <summary>The buffer fills and empties within a few looks of the sampler, which come late where all processors have work.</summary>
    public override bool ObeysLittlesLaw => false;

    /// <summary>The producers; each is a unit, from game to game or anew in each.</summary>
    protected IReadOnlyList<BufferProducer> Producers { get; private set; } = [];

    /// <summary>The consumers; each is a unit.</summary>
    protected IReadOnlyList<BufferConsumer> Consumers { get; private set; } = [];

    protected override IEnumerable<Configuration<BoundedbufferParameters>> Configurations
    {
        get
        {
            var smoke = new BoundedbufferParameters
            {
                Slots = 5,
                Producers = 8,
                Consumers = 8,
                ItemsPerProducer = 50,
                ProducerCost = 1,
                ConsumerCost = 1,
                PlayMilliseconds = 50,
            };
            yield return new(Presets.Smoke, smoke);
            yield return new(Presets.Full, new() { ItemsPerProducer = 100 });
            yield return new(
                Presets.Full,
                new()
                {
                    ItemsPerProducer = 100,
                    ProducerCost = 1,
                    ConsumerCost = 1,
                }
            );
            yield return new(Presets.Savina | Presets.Full, new());
        }
    }

    /// <summary>Creates the buffer and the units, which wait.</summary>
    protected abstract void Open();

    /// <summary>Has every producer make all its items, and returns when it has, and when all have been consumed.</summary>
    protected abstract void Play();

    /// <summary>Ends the units and waits for them. Nothing is in the buffer.</summary>
    protected abstract void Close();

    /// <summary>For <see cref="Play"/>: waits until as many items have been consumed as are made.</summary>
    protected void AwaitConsumed() => _consumed.Wait();

    protected override void Prepare()
    {
        _recorders = [.. Enumerable.Range(0, Parameters.Consumers).Select(_ => Latencies.NewRecorder())];
        _times = new int[Items];
        _sumOfGame = BufferWork.Sum(Seed, Parameters);
    }

    protected override void PrepareIteration()
    {
        (_games, _distinct, _lost, _twice, _strangers) = (0, 0, 0, 0, 0);
        _level = new();
        Producers =
        [
            .. Enumerable
                .Range(0, Parameters.Producers)
                .Select(id => new BufferProducer(id, Seed, Parameters, _level, InFlight)),
        ];
        Consumers =
        [
            .. _recorders.Select(recorder => new BufferConsumer(
                Parameters.ConsumerCost,
                recorder,
                _level,
                InFlight,
                _consumed
            )),
        ];
        Open();
    }

    protected override void RunIteration() => MeasureFor(Parameters.PlayMilliseconds, PlayGame);

    protected override void FinishIteration()
    {
        Close();
        Count(new() { Intended = (long)_games * Items, Completed = _distinct });
    }

    protected override void Check(Findings findings)
    {
        findings.ExpectEqual(0, _lost, "items lost");
        findings.ExpectEqual(0, _twice, "items consumed twice");
        findings.ExpectEqual(0, _strangers, "items that no producer made");
        var sum = Consumers.Aggregate(0UL, (sum, consumer) => sum + consumer.Sum);
        findings.Expect(sum == _games * _sumOfGame, "the work on the items came to something else");
        Metrics["mostItemsWaiting"] = _level.Most;

        // A consumer that has an item in hand may not have told of it yet.
        var most = Parameters.Slots + Parameters.Consumers;
        findings.Expect(
            _level.Most <= most,
            $"more items in the buffer and in consumers' hands ({_level.Most}) than there may be ({most})"
        );
        findings.ExpectEqual(0, Units.Alive, "units alive after the end");
    }

    private int Items => Parameters.Producers * Parameters.ItemsPerProducer;

    private void PlayGame()
    {
        _games++;
        foreach (var producer in Producers)
        {
            producer.Begin();
        }

        foreach (var consumer in Consumers)
        {
            consumer.Begin();
        }

        _consumed.Expect(Items);
        Play();
        Tally();
    }

    // Between two games, so no LINQ over the items.
    private void Tally()
    {
        Array.Clear(_times);
        foreach (var consumer in Consumers)
        {
            foreach (var (producer, number, _, _) in consumer.Items)
            {
                if (
                    (uint)producer < (uint)Parameters.Producers
                    && (uint)number < (uint)Parameters.ItemsPerProducer
                )
                {
                    _times[(producer * Parameters.ItemsPerProducer) + number]++;
                }
                else
                {
                    _strangers++;
                }
            }
        }

        foreach (var times in _times)
        {
            _distinct += times > 0 ? 1 : 0;
            _lost += times == 0 ? 1 : 0;
            _twice += times > 1 ? 1 : 0;
        }
    }
}
