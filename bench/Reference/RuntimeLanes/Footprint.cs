using Bench.Measurement.Hosting;
using Bench.Measurement.Resources;
using Bench.Workloads;

namespace Bench.RuntimeLanes;

/// <summary>
/// Many units of another runtime that wait. Its program stops after each step, with all garbage collected, until its memory has been
/// read from outside, as that of every other model is.
/// </summary>
public abstract class Footprint : Workloads.Footprint
{
    private const int MostAlone = 200;
    private readonly List<MemoryReading> _readings = [];
    private readonly RuntimeWork _work;
    private Answer? _answer;

    protected Footprint() => _work = new(this);

    protected override string? OutOfReach(FootprintParameters parameters) => _work.Missing;

    protected override void Prepare()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Parameters.Steps, 2);
        _work.Prepare(Parameters);
    }

    protected override void PrepareIteration() => _readings.Clear();

    protected override void RunIteration()
    {
        _answer = _work.Iterate(
            IsMeasured,
            new Dictionary<string, Action<Answer>> { ["parked"] = message => Read(message) }
        );
        Metrics["createSecondsPerUnit"] = _answer.Number("createNanoseconds") / 1e9 / Together;
        Metrics["wakeSeconds"] = _answer.Number("wakeNanoseconds") / 1e9;
        Metrics["stopSeconds"] = _answer.Number("stopNanoseconds") / 1e9;
        Report("residentBytesPerUnit", reading => reading.Resident);
        Report("committedBytesPerUnit", reading => reading.Committed);
        Report("managedBytesPerUnit", reading => reading.Managed);
        Count(new() { Intended = Together, Completed = Together - _answer.Number("notParkedOnce") });
        EndedInWindow = (Operations.Completed, Operations.Completed, _work.Seconds);
    }

    protected override void Check(Findings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        findings.ExpectEqual(UnitCount, _answer!.Number("created"), "units that started");
        findings.ExpectEqual(0, _answer.Number("notParkedOnce"), "units that did not wait exactly once");
        findings.ExpectEqual(0, _answer.Number("notWokenOnce"), "units that were not woken exactly once");
        findings.Expect(
            _readings.Select(reading => reading.Units).SequenceEqual(Steps),
            "memory was not read after each step"
        );
        findings.ExpectEqual(0, Units.Alive, "units alive after the end");
    }

    protected override void Dispose(Findings findings) => _work.Finish(findings, Alone);

    // The runtime's program creates, wakes and stops.
    protected sealed override void Open() { }

    protected sealed override void Create(int unit) { }

    protected sealed override void Wake(int unit) { }

    protected sealed override void Stop() { }

    private IEnumerable<long> Steps =>
        Enumerable.Range(1, Parameters.Steps).Select(step => (long)UnitCount * step / Parameters.Steps);

    private long Alone => Math.Min(MostAlone, Steps.First());

    private long Together => UnitCount - Alone;

    private void Read(Answer message) =>
        _readings.Add(
            new(
                message.Number("units"),
                ProcessStat.Anonymous(_work.ProcessId),
                ProcessStat.Committed(_work.ProcessId),
                message.Number("managedBytes")
            )
        );

    private void Report(string metric, Func<MemoryReading, long?> figure)
    {
        if (MemoryReading.Slope(_readings, figure) is { } slope)
        {
            Metrics[metric] = slope;
        }
    }
}
