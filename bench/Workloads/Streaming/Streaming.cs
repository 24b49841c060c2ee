using Bench.Measurement;
using Bench.Measurement.Backend;
using Bench.Measurement.Hosting;
using Bench.Measurement.Load;
using Bench.Results;

namespace Bench.Workloads;

/// <summary>
/// A live stream: every event goes to all who are connected, a few of them too slow for it; in the middle three times
/// as many are connected. Source of the comparison: the article's live streaming case.
/// </summary>
public abstract class Streaming : EventWorkload<StreamingParameters>
{
    private const int FewestForP95 = 20;
    private List<long> _schedule = [];
    private List<int> _connections = [];
    private List<bool> _isSpike = [];

    public override WorkloadFacts Facts =>
        new(
            "streaming",
            "Live stream to many subscribers",
            "Every event is sent to all who are connected, slow ones among them; in a spike three times as many are.",
            "One event for one subscriber: from the moment it was to be published until it has been sent; a dropped one counts as rejected and has no latency.",
            "spikeP95Milliseconds"
        )
        {
            OwnMetrics = ["droppedFraction", "spikeP95Milliseconds"],
        };

    /// <summary>Dropped events were in flight and have no latency, and a spike is no steady state.</summary>
    public override bool ObeysLittlesLaw => false;

    /// <summary>Whoever may connect, by number; each event says how many are connected.</summary>
    protected IReadOnlyList<Subscriber> Subscribers { get; private set; } = [];

    /// <summary>The network: sending takes the subscriber's time.</summary>
    protected SimulatedBackend Network { get; private set; } = null!;

    protected override (TimeSpan WarmUp, TimeSpan Measured) Timing =>
        (
            TimeSpan.FromMilliseconds(Parameters.WarmUpMilliseconds),
            TimeSpan.FromMilliseconds(Parameters.MeasuredMilliseconds)
        );

    protected override IReadOnlyList<long> Schedule => _schedule;

    protected override int Expected => _connections.Sum();

    protected override IEnumerable<Configuration<StreamingParameters>> Configurations
    {
        get
        {
            var small = new StreamingParameters
            {
                Subscribers = 20,
                ConcurrencyLimit = 60,
                SlowOneIn = 10,
                BufferCapacity = 2,
                WarmUpMilliseconds = 100,
                MeasuredMilliseconds = 600,
            };
            yield return new(Presets.Smoke, small);

            var spike = new StreamingParameters();
            var calm = spike with { SpikeFactor = 1 };
            yield return new(Presets.Standard | Presets.Full, spike);
            yield return new(Presets.Standard | Presets.Full, spike, Terms.Told);
            yield return new(Presets.Standard | Presets.Full, calm, Terms.Told);
            yield return new(Presets.Full, calm);
            yield return new(
                Presets.Standard | Presets.Full,
                spike with
                {
                    SlowPolicy = OverflowPolicy.Wait,
                }
            );
            yield return new(Presets.Full, spike with { SlowPolicy = OverflowPolicy.DropNewest });
        }
    }

    /// <summary>Hands an event to the lane's publisher, which sends it to all who are connected. Must not block.</summary>
    protected abstract void Publish(StreamEvent item);

    protected override void Prepare()
    {
        var (warmUp, measured) = Timing;
        var connected = Profile.Spike(
            Parameters.Subscribers,
            Parameters.Subscribers * Parameters.SpikeFactor,
            warmUp + (measured / 3),
            warmUp + (measured * 2 / 3)
        );
        var gap = 1e9 / Parameters.EventsPerSecond;
        var events = (int)((warmUp + measured).TotalNanoseconds / gap);
        _schedule = [.. Enumerable.Range(0, events).Select(number => (long)(number * gap))];
        _connections = _schedule.ConvertAll(due => (int)connected.At(TimeSpan.FromMicroseconds(due / 1e3)));
        _isSpike = _schedule.ConvertAll(due =>
            (due - warmUp.TotalNanoseconds) / measured.TotalNanoseconds is >= 1.0 / 3 and < 2.0 / 3
        );
    }

    protected override void PrepareIteration()
    {
        Network = NewBackend();
        var slow = SlowOnes();
        Subscribers =
        [
            .. Enumerable.Range(0, _connections.Max()).Select(number => NewSubscriber(slow.Contains(number))),
        ];
    }

    protected override void Emit(int index, long dueAt)
    {
        for (var subscriber = 0; subscriber < _connections[index]; subscriber++)
        {
            InFlight.Enter();
        }

        Publish(new(index, dueAt, _connections[index]));
    }

    protected override void FinishIteration()
    {
        Network.Dispose();
        base.FinishIteration();
        var dropped = Subscribers.Sum(subscriber => subscriber.Drops.Count);
        Metrics["droppedFraction"] = (double)dropped / Expected;
        if (SpikeP95() is { } nanoseconds)
        {
            Metrics["spikeP95Milliseconds"] = nanoseconds / 1e6;
        }
    }

    protected override void EnterOperations()
    {
        foreach (var subscriber in Subscribers)
        {
            foreach (var (item, _, handedAt) in subscriber.Handed)
            {
                Enter(item.DueAt, handedAt, CallOutcome.Completed);
            }

            foreach (var drop in subscriber.Drops)
            {
                EnterRejected(drop.Event.DueAt);
            }
        }
    }

    protected override void Check(Findings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        base.Check(findings);
        for (var number = 0; number < Subscribers.Count; number++)
        {
            new SubscriberAudit(Subscribers[number], PublishedTo(number), Parameters.BufferCapacity).Check(
                findings
            );
        }

        findings.Expect(
            Network.MostAtOnce <= Parameters.ConcurrencyLimit,
            $"more events being sent at once ({Network.MostAtOnce}) than the limit of {Parameters.ConcurrencyLimit}"
        );
    }

    // Of the events of the middle third, whether or not more are connected then.
    private long? SpikeP95()
    {
        var latencies = HistogramText.NewHistogram();
        foreach (var (item, _, handedAt) in Subscribers.SelectMany(subscriber => subscriber.Handed))
        {
            if (_isSpike[item.Number])
            {
                latencies.RecordValue(handedAt - item.DueAt);
            }
        }

        return latencies.TotalCount < FewestForP95 ? null : latencies.GetValueAtPercentile(95);
    }

    private List<int> PublishedTo(int subscriber) =>
        [.. Enumerable.Range(0, _connections.Count).Where(number => subscriber < _connections[number])];

    private HashSet<int> SlowOnes()
    {
        var blocks = (_connections.Max() / Parameters.SlowOneIn) + 1;
        return
        [
            .. Enumerable
                .Range(0, blocks)
                .Select(block =>
                    (block * Parameters.SlowOneIn) + SplitMix64.For(Seed, block).Next(Parameters.SlowOneIn)
                ),
        ];
    }

    private Subscriber NewSubscriber(bool isSlow) =>
        new(
            TimeSpan.FromMilliseconds(isSlow ? Parameters.SlowSendMilliseconds : Parameters.SendMilliseconds),
            isSlow ? Parameters.SlowPolicy : OverflowPolicy.Wait,
            HasSettled
        );

    private void HasSettled()
    {
        InFlight.Leave();
        Settled();
    }
}
