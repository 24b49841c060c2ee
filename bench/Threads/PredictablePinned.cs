using Bench.Measurement.Clocks;
using Bench.Measurement.Hosting;
using Bench.Measurement.Machine;
using Bench.Workloads;

namespace Bench.Threads;

/// <summary>
/// A thread for each stream, tied to a processor, the streams in turn; it sleeps until its next tick is due. Threads of
/// other work go where the system puts them.
/// </summary>
[Variant("pinned", Presets.Smoke | Presets.Standard | Presets.Full)]
public class PredictablePinned : Workloads.Predictable
{
    private readonly List<Thread> _threads = [];
    private int _streams;

    protected override string? OutOfReach(PredictableParameters parameters) => ProcessorAffinity.WhyNot;

    protected override void Open()
    {
        _threads.AddRange(Others.Select(other => new Thread(() => Do(other))));
        _threads.ForEach(thread => thread.Start());
    }

    protected override void Start(TickStream stream)
    {
        var processors = ProcessorAffinity.Allowed();
        var processor = processors[_streams++ % processors.Count];
        var thread = new Thread(() => Keep(stream, processor));
        _threads.Add(thread);
        thread.Start();
    }

    protected override void Close() => _threads.ForEach(thread => thread.Join());

    private void Keep(TickStream stream, int processor)
    {
        using var unit = Units.Enter();
        ProcessorAffinity.Pin(processor);
        while (stream.NextDueAt is { } due)
        {
            SystemClock.Instance.WaitUntil(due);
            if (stream.TryBegin(out var tick))
            {
                stream.Run(tick);
            }
        }
    }

    private void Do(OtherWork other)
    {
        using var unit = Units.Enter();
        while (other.TryDoPiece()) { }
    }
}
