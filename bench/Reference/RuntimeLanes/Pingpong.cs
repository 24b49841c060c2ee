using Bench.Measurement.Hosting;
using Bench.Workloads;

namespace Bench.RuntimeLanes;

/// <summary>Request and reply between two units of another runtime.</summary>
public abstract class Pingpong : Workloads.Pingpong
{
    private readonly RuntimeWork _work;
    private IReadOnlyList<long> _played = [];
    private IReadOnlyList<long> _returned = [];
    private long _faults;

    protected Pingpong() => _work = new(this);

    /// <summary>What is in flight is seen by the runtime alone.</summary>
    public override bool ObeysLittlesLaw => false;

    protected override string? OutOfReach(PingpongParameters parameters) => _work.Missing;

    protected override void Prepare() => _work.Prepare(Parameters);

    protected override void PrepareIteration() { }

    protected override void RunIteration()
    {
        var answer = _work.Iterate(IsMeasured);
        (_played, _returned) = (answer.Numbers("played"), answer.Numbers("returned"));
        _faults = answer.Number("faults");
    }

    protected override void FinishIteration()
    {
        Count(new() { Intended = _returned.Sum(), Completed = _played.Sum() });
        EndedInWindow = (Operations.Completed, Operations.Completed, _work.Seconds);
        var fairness = Fairness.Of([.. _played.Select(trips => (double)trips)]);
        Metrics["fairnessFraction"] = fairness;
        StarvesCallers |= IsMeasured && fairness < Fairness.Enough;
    }

    protected override void Check(Findings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        findings.ExpectEqual(0, _faults, "balls that arrived or came back wrong");
        findings.ExpectEqual(Parameters.Pairs, _played.Count, "pairs that asked");
        findings.ExpectEqual(Parameters.Pairs, _returned.Count, "pairs that replied");
        foreach (var (played, returned) in _played.Zip(_returned))
        {
            findings.ExpectEqual(returned, played, "balls played back and round trips");
            findings.Expect(played > 0, "a pair did not play");
        }

        findings.ExpectEqual(0, Units.Alive, "units alive after the end");
    }

    protected override void Dispose(Findings findings) =>
        _work.Finish(findings, Parameters.Timed ? Operations.Completed : 0);

    // The runtime's program opens, plays and closes.
    protected sealed override void Open() { }

    protected sealed override void Play() { }

    protected sealed override void Close() { }
}
