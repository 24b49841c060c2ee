using Bench.Measurement.Clocks;
using Bench.Workloads;

namespace Bench.Sequential;

/// <summary>
/// A cyclic executive: one thread runs the ticks of all streams, the earliest first, and fills the time between two of them with pieces
/// of other work in turn. A tick that falls due meanwhile waits for the piece to end.
/// </summary>
public class Predictable : Workloads.Predictable
{
    private Thread _thread = null!;

    protected override void Open()
    {
        _thread = new Thread(Keep);
        _thread.Start();
    }

    // The thread knows all streams from the start, and the first tick of each is its own appointment.
    protected override void Start(TickStream stream) { }

    protected override void Close() => _thread.Join();

    private void Keep()
    {
        using var unit = Units.Enter();
        var pieces = 0;
        while (Next() is { NextDueAt: { } due } stream)
        {
            while (Others.Count > 0 && SystemClock.Timestamp < due)
            {
                Others[pieces++ % Others.Count].TryDoPiece();
            }

            SystemClock.Instance.WaitUntil(due);
            if (stream.TryBegin(out var tick))
            {
                stream.Run(tick);
            }
        }
    }

    private TickStream? Next() => Streams.Where(stream => !stream.IsOver).MinBy(stream => stream.NextDueAt);
}
