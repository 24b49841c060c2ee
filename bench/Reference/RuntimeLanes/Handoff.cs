using Bench.Measurement.Hosting;
using Bench.Workloads;

namespace Bench.RuntimeLanes;

/// <summary>Items handed from producers to consumers of another runtime.</summary>
public abstract class Handoff : Workloads.Handoff
{
    private readonly RuntimeWork _work;
    private Answer? _answer;
    private double _seconds;

    protected Handoff() => _work = new(this);

    protected override string? OutOfReach(HandoffParameters parameters) => _work.Missing;

    protected override void Prepare() => _work.Prepare(Parameters);

    protected override void PrepareIteration() { }

    protected override void RunIteration() => _answer = _work.Iterate(IsMeasured);

    protected override void FinishIteration()
    {
        var bursts = _answer!.Number("bursts");
        Count(new() { Intended = bursts * Parameters.BurstItems, Completed = _answer.Number("distinct") });
        if (IsMeasured)
        {
            var seconds = _answer.Number("burstNanoseconds") / 1e9;
            _seconds += seconds;
            EndedInWindow = (Operations.Completed, Operations.Completed, _seconds);
            Metrics["burstMicroseconds"] = seconds / bursts * 1e6;
        }
    }

    protected override void Check(Findings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var bursts = _answer!.Number("bursts");
        findings.Expect(bursts > 0, "no burst was offered");
        findings.ExpectEqual(bursts * Parameters.BurstItems, _answer.Number("distinct"), "items taken");
        findings.ExpectEqual(
            bursts * SumOfNumbers(),
            _answer.Number("numberSum"),
            "sum of the items' numbers"
        );
        findings.ExpectEqual(0, _answer.Number("twice"), "items taken twice");
        findings.ExpectEqual(0, _answer.Number("strangers"), "items of another burst");
        findings.ExpectEqual(0, _answer.Number("overtaken"), "items that another of their producer overtook");
        findings.ExpectEqual(0, Units.Alive, "units alive after the end");
        findings.Expect(
            !IsMeasured || _seconds <= _work.Seconds + 1e-3,
            "the bursts take longer than the window that they are in"
        );
        if (Parameters.Timed)
        {
            CheckBound(findings, _answer.Number("mostUnderWay"));
        }
    }

    protected override void Dispose(Findings findings) =>
        _work.Finish(findings, Parameters.Timed ? Operations.Completed : 0);

    // The runtime's program opens, hands over and closes.
    protected sealed override void Open() { }

    protected sealed override void Burst() { }

    protected sealed override void Close() { }

    private void CheckBound(Findings findings, long most)
    {
        Metrics["mostItemsUnderWay"] = most;
        var room = Parameters.Capacity + Parameters.Producers + Parameters.Consumers;
        findings.Expect(
            !IsBounded || most <= room,
            $"more items under way at once ({most}) than waiting and in hand may be ({room})"
        );
    }

    // A producer numbers its share from 0; shares differ by one at most.
    private long SumOfNumbers() =>
        Enumerable
            .Range(0, Parameters.Producers)
            .Select(producer => FirstOf(producer + 1) - FirstOf(producer))
            .Sum(share => share * (share - 1) / 2);

    private long FirstOf(int producer) => (long)Parameters.BurstItems * producer / Parameters.Producers;
}
