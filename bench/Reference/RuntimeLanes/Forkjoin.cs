using Bench.Measurement.Hosting;
using Bench.Workloads;

namespace Bench.RuntimeLanes;

/// <summary>A tree of short-lived units of another runtime that sum its leaves.</summary>
public abstract class Forkjoin : Workloads.Forkjoin
{
    private readonly RuntimeWork _work;
    private Subtotal _expected;
    private long _trees;
    private ulong _sum;
    private long _told;
    private long _created;

    protected Forkjoin() => _work = new(this);

    /// <summary>What is in flight is seen by the runtime alone.</summary>
    public override bool ObeysLittlesLaw => false;

    protected override string? OutOfReach(ForkjoinParameters parameters) => _work.Missing;

    protected override void Prepare()
    {
        _expected = new LeafRange(First: 0, Parameters.Leaves, Parameters.LeavesPerUnit).SumSequentially();
        _work.Prepare(Parameters);
    }

    protected override void PrepareIteration() { }

    protected override void RunIteration()
    {
        var answer = _work.Iterate(IsMeasured);
        (_trees, _sum) = (answer.Number("trees"), answer.Bits("sum"));
        (_told, _created) = (answer.Number("unitsTold"), answer.Number("created"));
    }

    protected override void FinishIteration()
    {
        Count(new() { Intended = _trees, Completed = _trees });
        EndedInWindow = (Operations.Completed, Operations.Completed, _work.Seconds);
        if (IsMeasured)
        {
            Metrics["unitsPerSecond"] = Units.Created / _work.Seconds;
        }
    }

    protected override void Check(Findings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        findings.Expect(_trees > 0 && _sum == (ulong)_trees * (ulong)_expected.Sum, "trees with a wrong sum");
        findings.ExpectEqual(_trees * _expected.Units, _told, "units that the sums tell of");
        findings.ExpectEqual(_trees * _expected.Units, _created, "units that started");
        findings.ExpectEqual(0, Units.Alive, "units alive after the end");
    }

    protected override void Dispose(Findings findings) => _work.Finish(findings, Operations.Completed);

    // The runtime's program builds the trees.
    protected sealed override Subtotal Build(LeafRange root) => default;
}
