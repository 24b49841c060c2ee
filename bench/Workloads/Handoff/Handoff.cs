using Bench.Measurement.Clocks;
using Bench.Measurement.Hosting;
using Bench.Measurement.Recording;
using Bench.Results;

namespace Bench.Workloads;

/// <summary>
/// Items handed from producers to consumers through one buffer, by one or several on either side, and nothing done
/// to them. They come in bursts, so that a buffer without a bound holds a burst at most.
/// </summary>
public abstract class Handoff : Workload<HandoffParameters>
{
    private readonly Arrival _taken = new();
    private List<LatencyRecorder?> _recorders = [];
    private HandoffTimeline _timeline = new(0, 0);
    private int[] _times = [];
    private long[] _offeredAt = [];
    private int _burst;
    private int _most;
    private int _bursts;
    private long _distinct;
    private long _lost;
    private long _twice;
    private long _wrongSums;
    private double _seconds;

    public override WorkloadFacts Facts =>
        new(
            "handoff",
            "Hand-off from producers to consumers",
            "Producers offer bursts of items as fast as the buffer lets them, consumers take them; nothing else is done.",
            "One item: from when its producer turns to it, any wait for room included, until a consumer has it.",
            "throughput"
        )
        {
            OwnMetrics = ["burstMicroseconds", "mostItemsUnderWay"],
        };

    public override int WarmUpIterations => 2;

    /// <summary>Most bursts are over before the sampler has looked once.</summary>
    public override bool ObeysLittlesLaw => false;

    /// <summary>The producers; each is a unit, from burst to burst or anew in each.</summary>
    protected IReadOnlyList<HandoffProducer> Producers { get; private set; } = [];

    /// <summary>The consumers; each is a unit.</summary>
    protected IReadOnlyList<HandoffConsumer> Consumers { get; private set; } = [];

    /// <summary>True when only so many items may wait as <see cref="HandoffParameters.Capacity"/> says.</summary>
    protected bool IsBounded => Parameters.Capacity > 0;

    protected override IEnumerable<Configuration<HandoffParameters>> Configurations
    {
        get
        {
            yield return new(Presets.Smoke, new() { PlayMilliseconds = 40 });
            foreach (var (producers, consumers) in new[] { (1, 1), (4, 1), (1, 4), (4, 4) })
            {
                foreach (var capacity in new[] { 1, 16, 256, 4_096, 0 })
                {
                    // One to one with every capacity, the other ways with one.
                    var isStandard = capacity == 256 || producers * consumers == 1;
                    yield return new(
                        isStandard ? Presets.Standard | Presets.Full : Presets.Full,
                        new()
                        {
                            Producers = producers,
                            Consumers = consumers,
                            Capacity = capacity,
                        }
                    );
                }
            }
        }
    }

    /// <summary>Creates the buffer and the units, which wait.</summary>
    protected abstract void Open();

    /// <summary>Has every producer offer its items of one burst, and returns when all are taken.</summary>
    protected abstract void Burst();

    /// <summary>Ends the units and waits for them. Nothing is on its way.</summary>
    protected abstract void Close();

    /// <summary>For <see cref="Burst"/>: waits until as many items are taken as are offered.</summary>
    protected void AwaitTaken() => _taken.Wait();

    protected override void Prepare()
    {
        _recorders =
        [
            .. Enumerable
                .Range(0, Parameters.Consumers)
                .Select(_ => Parameters.Timed ? Latencies.NewRecorder() : null),
        ];
        _times = new int[Parameters.BurstItems];
        _offeredAt = new long[Parameters.BurstItems];
        _timeline = new(Parameters.Producers, Parameters.Consumers);
    }

    protected override void PrepareIteration()
    {
        Producers =
        [
            .. Enumerable
                .Range(0, Parameters.Producers)
                .Select(id => new HandoffProducer(id, FirstOf(id + 1) - FirstOf(id), Parameters.Timed)),
        ];
        Consumers = [.. _recorders.Select(recorder => new HandoffConsumer(Producers, recorder, _taken))];
        (_bursts, _most, _distinct, _lost, _twice, _wrongSums, _seconds) = (0, 0, 0, 0, 0, 0, 0);
        Open();
    }

    protected override void RunIteration() => MeasureFor(Parameters.PlayMilliseconds, RunBurst);

    protected override void FinishIteration()
    {
        Close();
        Count(new() { Intended = (long)_bursts * Parameters.BurstItems, Completed = _distinct });
        if (IsMeasured)
        {
            var (ended, completed, seconds) = EndedInWindow ?? default;
            EndedInWindow = (ended + _distinct, completed + _distinct, seconds + _seconds);
            Metrics["burstMicroseconds"] = _seconds / _bursts * 1e6;
        }
    }

    protected override void Check(Findings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        findings.ExpectEqual(0, _lost, "items lost");
        findings.ExpectEqual(0, _twice, "items taken twice");
        findings.ExpectEqual(0, _wrongSums, "bursts whose items are not those offered");
        findings.ExpectEqual(0, Consumers.Sum(consumer => consumer.Strangers), "items of another burst");
        findings.ExpectEqual(
            0,
            Consumers.Sum(consumer => consumer.Overtaken),
            "items that another of their producer overtook"
        );
        findings.ExpectEqual(0, Units.Alive, "units alive after the end");
        if (Parameters.Timed)
        {
            CheckBound(findings);
        }
    }

    private void CheckBound(Findings findings)
    {
        Metrics["mostItemsUnderWay"] = _most;

        // Beside those that wait, each producer has one in hand, and each consumer.
        var room = Parameters.Capacity + Parameters.Producers + Parameters.Consumers;
        findings.Expect(
            !IsBounded || _most <= room,
            $"more items under way at once ({_most}) than waiting and in hand may be ({room})"
        );
    }

    private void RunBurst()
    {
        _burst++;
        _bursts++;
        foreach (var producer in Producers)
        {
            producer.Begin(_burst);
        }

        foreach (var consumer in Consumers)
        {
            consumer.Begin(_burst);
        }

        _taken.Expect(Parameters.BurstItems);
        var begunAt = SystemClock.Timestamp;
        Burst();
        if (Parameters.Timed)
        {
            Tally(begunAt);
        }
        else
        {
            Sum(begunAt);
        }
    }

    // Each producer's items came in order to each consumer; with their number and sum right, none is lost or came twice
    // unless two such faults cancel out, which the timed cases would show.
    private void Sum(long begunAt)
    {
        var (taken, sum, offered) = (0, 0L, 0L);
        foreach (var consumer in Consumers)
        {
            taken += consumer.Taken;
            sum += consumer.NumberSum;
        }

        foreach (var producer in Producers)
        {
            offered += producer.Share * (producer.Share - 1L) / 2;
        }

        _distinct += taken;
        _wrongSums += taken == Parameters.BurstItems && sum == offered ? 0 : 1;
        _seconds += (_taken.CompletedAt - begunAt) / 1e9;
    }

    // Between two bursts, so no LINQ over the items: it would take as long as they do.
    private void Tally(long begunAt)
    {
        Array.Clear(_times);
        _timeline.Clear();
        var endedAt = begunAt;
        for (var consumer = 0; consumer < Consumers.Count; consumer++)
        {
            foreach (var (item, takenAt) in Consumers[consumer].Items)
            {
                var index = FirstOf(item.Producer) + item.Number;
                _times[index]++;
                _offeredAt[index] = item.OfferedAt;
                _timeline.Taken(consumer, takenAt);
                endedAt = Math.Max(endedAt, takenAt);
            }
        }

        for (var producer = 0; producer < Parameters.Producers; producer++)
        {
            Tally(producer);
        }

        _most = Math.Max(_most, _timeline.MostAtOnce());
        _seconds += (endedAt - begunAt) / 1e9;
    }

    private void Tally(int producer)
    {
        for (var index = FirstOf(producer); index < FirstOf(producer + 1); index++)
        {
            if (_times[index] == 0)
            {
                _lost++;
                continue;
            }

            _distinct++;
            _twice += _times[index] > 1 ? 1 : 0;
            _timeline.Offered(producer, _offeredAt[index]);
        }
    }

    // Shares differ by one item at most.
    private int FirstOf(int producer) => (int)((long)Parameters.BurstItems * producer / Parameters.Producers);
}
