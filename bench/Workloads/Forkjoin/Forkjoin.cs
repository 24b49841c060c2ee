using Bench.Measurement.Clocks;
using Bench.Measurement.Hosting;
using Bench.Measurement.Recording;
using Bench.Results;

namespace Bench.Workloads;

/// <summary>
/// A ten-ary tree of short-lived units that sum its leaves. Source: the skynet benchmark; unlike in most of its
/// tellings, the units that count are those that really ran. Each is counted twice: by the sums that travel up,
/// and as it starts.
/// </summary>
public abstract class Forkjoin : Workload<ForkjoinParameters>
{
    private LatencyRecorder _recorder = null!;
    private Subtotal _expected;
    private long _trees;
    private long _created;
    private long _wrongSums;
    private long _wrongUnits;

    public override WorkloadFacts Facts =>
        new(
            "forkjoin",
            "Fork and join",
            "A unit forks ten, each of them ten more, down to those that sum a few leaves; sums travel back up.",
            "One whole tree, from forking its root until its sum is known.",
            "throughput"
        )
        {
            OwnMetrics = ["unitsPerSecond"],
        };

    public override TimeSpan Limit => TimeSpan.FromSeconds(180);

    protected override IEnumerable<Configuration<ForkjoinParameters>> Configurations
    {
        get
        {
            var smoke = new ForkjoinParameters
            {
                Leaves = 100,
                Trees = 10,
                BuildMilliseconds = 80,
            };
            yield return new(Presets.Smoke, smoke);
            yield return new(Presets.Quick, new());

            foreach (
                var (leaves, each) in new[] { (100, 10), (1_000, 10), (1_000_000, 1_000), (100_000, 10) }
            )
            {
                yield return new(
                    Presets.Standard | Presets.Full,
                    smoke with
                    {
                        Leaves = leaves,
                        LeavesPerUnit = each,
                        BuildMilliseconds = 700,
                    }
                );
            }

            yield return new(Presets.Full, smoke with { Leaves = 1_000_000, LeavesPerUnit = 1, Trees = 2 });
        }
    }

    /// <summary>Before the trees: whatever they need.</summary>
    protected virtual void Open() { }

    /// <summary>Builds one tree, a unit for each of its nodes, and returns what the root unit returned.</summary>
    protected abstract Subtotal Build(LeafRange root);

    /// <summary>After the trees: waits for units that have not ended yet.</summary>
    protected virtual void Close() { }

    protected override void Prepare()
    {
        _recorder = Latencies.NewRecorder();
        _expected = Root.SumSequentially();
    }

    protected override void PrepareIteration()
    {
        _trees = 0;
        _created = Units.Created;
        Open();
    }

    protected override void RunIteration()
    {
        Measure(BuildTrees);
        Count(new() { Intended = _trees, Completed = _trees });
    }

    protected override void FinishIteration()
    {
        Close();
        if (IsMeasured)
        {
            Metrics["unitsPerSecond"] = Units.Created / Window.Seconds;
        }
    }

    protected override void Check(Findings findings)
    {
        findings.ExpectEqual(0, _wrongSums, "trees with a wrong sum");
        findings.ExpectEqual(0, _wrongUnits, "trees with a wrong number of units");
        findings.ExpectEqual(_trees * _expected.Units, Units.Created - _created, "units that started");
        findings.ExpectEqual(0, Units.Alive, "units alive after the end");
    }

    private LeafRange Root => new(First: 0, Parameters.Leaves, Parameters.LeavesPerUnit);

    private void BuildTrees()
    {
        // A warm-up needs time, for the compiler, not a number of trees.
        var fewest = IsMeasured ? Parameters.Trees : 1;
        var until = SystemClock.Timestamp + (Parameters.BuildMilliseconds * 1_000_000L);
        long now;
        do
        {
            now = BuildTree();
            _trees++;
        } while (_trees < fewest || now < until);
    }

    private long BuildTree()
    {
        InFlight.Enter();
        var startedAt = SystemClock.Timestamp;
        var total = Build(Root);
        var endedAt = SystemClock.Timestamp;
        InFlight.Leave();
        _recorder.Record(startedAt, endedAt);
        _wrongSums += total.Sum == _expected.Sum ? 0 : 1;
        _wrongUnits += total.Units == _expected.Units ? 0 : 1;
        return endedAt;
    }
}
