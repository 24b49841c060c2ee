using Bench.Workloads;

namespace Bench.Tasks;

/// <summary>
/// A task for each stream, which awaits a periodic timer; other work is done by tasks that yield after each piece.
/// </summary>
public class Predictable : Workloads.Predictable
{
    private readonly List<Task> _tasks = [];

    protected override void Open() => _tasks.AddRange(Others.Select(other => Task.Run(() => DoAsync(other))));

    protected override void Start(TickStream stream) =>
        _tasks.Add(KeepAsync(stream, new PeriodicTimer(stream.Period)));

    protected override void Close() => Task.WaitAll(_tasks);

    private async Task KeepAsync(TickStream stream, PeriodicTimer timer)
    {
        using var unit = Units.Enter();
        using (timer)
        {
            while (!stream.IsOver && await timer.WaitForNextTickAsync())
            {
                if (stream.TryBegin(out var tick))
                {
                    stream.Run(tick);
                }
            }
        }
    }

    private async Task DoAsync(OtherWork other)
    {
        using var unit = Units.Enter();
        while (other.TryDoPiece())
        {
            await Task.Yield();
        }
    }
}
