using Bench.Measurement.Clocks;
using Bench.Measurement.Hosting;
using Bench.Measurement.Recording;
using Bench.Results;

namespace Bench.Workloads;

/// <summary>
/// Hand-off through a diamond: every item goes from one source to several branches side by side, and a join waits for what each
/// of them has made of it. Next to nothing is done to an item. It is the topology that the Disruptor's tests call by this name.
/// </summary>
public abstract class Diamond : Workload<DiamondParameters>
{
    private readonly Arrival _joined = new();
    private LatencyRecorder _recorder = null!;
    private int _burst;
    private int _bursts;
    private double _seconds;

    public override WorkloadFacts Facts =>
        new(
            "diamond",
            "Hand-off through a diamond",
            "A source offers bursts of items to parallel branches as fast as the buffers let it; a join takes what each branch has made of an item, item by item, in order.",
            "One item: from when the source turns to it, any wait for room included, until the parts of all branches are joined.",
            "throughput"
        )
        {
            OwnMetrics = ["burstMicroseconds", "mostItemsUnderWay"],
        };

    public override int WarmUpIterations => 2;

    /// <summary>Most bursts are over before the sampler has looked once.</summary>
    public override bool ObeysLittlesLaw => false;

    /// <summary>The source; a unit, from burst to burst or anew in each.</summary>
    protected HandoffProducer Source { get; private set; } = null!;

    /// <summary>The join; a unit.</summary>
    protected DiamondJoin Joint { get; private set; } = null!;

    /// <summary>True when only so many items may wait as <see cref="DiamondParameters.Capacity"/> says.</summary>
    protected bool IsBounded => Parameters.Capacity > 0;

    /// <summary>
    /// Items that the buffers before and after a branch hold together, for models that bound the items under way as a whole.
    /// </summary>
    protected int Room => 2 * Parameters.Capacity;

    protected override IEnumerable<Configuration<DiamondParameters>> Configurations
    {
        get
        {
            yield return new(Presets.Smoke, new() { PlayMilliseconds = 40 });
            yield return new(Presets.Standard | Presets.Full, new());
            yield return new(Presets.Standard | Presets.Full, new() { Capacity = 16 });
            yield return new(Presets.Full, new() { Branches = 4 });
            yield return new(Presets.Full, new() { Capacity = 1 });
            yield return new(Presets.Full, new() { Capacity = 4_096 });
            yield return new(Presets.Full, new() { Capacity = 0 });
        }
    }

    /// <summary>Creates the buffers and the units, which wait.</summary>
    protected abstract void Open();

    /// <summary>Has the source offer its items of one burst, and returns when all are joined.</summary>
    protected abstract void Burst();

    /// <summary>Ends the units and waits for them. Nothing is on its way.</summary>
    protected abstract void Close();

    /// <summary>For <see cref="Burst"/>: waits until as many items are joined as are offered.</summary>
    protected void AwaitJoined() => _joined.Wait();

    protected override void Prepare() => _recorder = Latencies.NewRecorder();

    protected override void PrepareIteration()
    {
        Source = new(0, Parameters.BurstItems);
        Joint = new(Parameters.Branches, Parameters.BurstItems, _recorder, _joined);
        (_bursts, _seconds) = (0, 0);
        Open();
    }

    protected override void RunIteration() => MeasureFor(Parameters.PlayMilliseconds, RunBurst);

    protected override void FinishIteration()
    {
        Close();
        Count(new() { Intended = (long)_bursts * Parameters.BurstItems, Completed = Joint.Distinct });
        if (IsMeasured)
        {
            var (ended, completed, seconds) = EndedInWindow ?? default;
            EndedInWindow = (ended + Joint.Distinct, completed + Joint.Distinct, seconds + _seconds);
            Metrics["burstMicroseconds"] = _seconds / _bursts * 1e6;
            Metrics["mostItemsUnderWay"] = Joint.MostUnderWay;
        }
    }

    protected override void Check(Findings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        findings.ExpectEqual(0, Joint.Lost, "items lost");
        findings.ExpectEqual(0, Joint.Twice, "items joined twice");
        findings.ExpectEqual(0, Joint.Unpaired, "joins of parts that do not belong together");
        findings.ExpectEqual(0, Joint.Wrong, "parts that are not what their branch makes of the item");
        findings.ExpectEqual(0, Joint.OutOfOrder, "items joined out of order");

        // Beside what waits, the source has an item in hand, and so have the branch and the join.
        findings.Expect(
            !IsBounded || Joint.MostUnderWay <= Room + 3,
            $"more items under way at once ({Joint.MostUnderWay}) than waiting and in hand may be ({Room + 3})"
        );
    }

    private void RunBurst()
    {
        _burst++;
        _bursts++;
        Source.Begin(_burst);
        Joint.Begin(_burst);
        _joined.Expect(Parameters.BurstItems);
        var begunAt = SystemClock.Timestamp;
        Burst();
        _seconds += (Joint.Tally() - begunAt) / 1e9;
    }
}
