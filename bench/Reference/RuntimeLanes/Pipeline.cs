using Bench.Measurement.Hosting;
using Bench.Workloads;

namespace Bench.RuntimeLanes;

/// <summary>Four stages of another runtime with a bounded hand-off between them.</summary>
public abstract class Pipeline : Workloads.Pipeline
{
    private readonly RuntimeWork _work;
    private IReadOnlyList<int> _times = [];
    private IReadOnlyList<long> _cents = [];
    private ulong _checksum;

    protected Pipeline() => _work = new(this);

    /// <summary>A tracer sees this process only.</summary>
    protected override IReadOnlyList<string> TracedSteps => [];

    /// <summary>What is in flight is seen by the runtime alone.</summary>
    public override bool ObeysLittlesLaw => false;

    protected override string? OutOfReach(PipelineParameters parameters) => _work.Missing;

    protected override void Prepare()
    {
        base.Prepare();
        _work.Prepare(Parameters);
    }

    protected override void PrepareIteration() { }

    protected override void RunIteration()
    {
        var answer = _work.Iterate(IsMeasured);
        _times = [.. answer.Numbers("times").Select(times => (int)times)];
        (_cents, _checksum) = (answer.Numbers("cents"), answer.Bits("checksum"));
    }

    protected override void FinishIteration()
    {
        Count(new() { Intended = Parameters.Items, Completed = _times.Count(times => times > 0) });
        EndedInWindow = (Operations.Completed, Operations.Completed, _work.Seconds);
    }

    protected override void Check(Findings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        findings.ExpectEqual(Parameters.Items, _times.Count, "items");
        Check(findings, _times, _cents, _checksum);
        findings.ExpectEqual(0, Units.Alive, "units alive after the end");
    }

    protected override void Dispose(Findings findings) => _work.Finish(findings, Operations.Completed);

    // The runtime's program moves the items.
    protected sealed override void Flow() { }
}
