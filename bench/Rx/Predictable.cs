using System.Reactive.Concurrency;
using System.Reactive.Linq;
using Bench.Workloads;

namespace Bench.Rx;

/// <summary>
/// An interval for each stream, on an event loop of its own. Other work is a value that the ThreadPool's scheduler repeats: it turns
/// to something else after each piece.
/// </summary>
public class Predictable : Workloads.Predictable
{
    private readonly List<Task> _running = [];

    protected override void Open() => _running.AddRange(Others.Select(DoAsync));

    protected override void Start(TickStream stream) => _running.Add(KeepAsync(stream));

    protected override void Close() => Task.WaitAll(_running);

    private async Task KeepAsync(TickStream stream)
    {
        using var unit = Units.Enter();
        using var loop = new EventLoopScheduler();
        await Observable
            .Interval(stream.Period, loop)
            .TakeWhile(_ => !stream.IsOver)
            .ForEachAsync(_ =>
            {
                if (stream.TryBegin(out var tick))
                {
                    stream.Run(tick);
                }
            });
    }

    private async Task DoAsync(OtherWork other)
    {
        using var unit = Units.Enter();
        await Observable
            .Repeat(other, Pool.Scheduler)
            .TakeWhile(work => work.TryDoPiece())
            .LastOrDefaultAsync();
    }
}
