using System.Collections.Concurrent;
using Bench.Workloads;

namespace Bench.Tasks;

/// <summary>
/// A task with a queue for each unit of handlers: an outer loop begins the inner one anew whenever it fails. The call that can hang
/// has a time limit; its answer, should it come, finds nobody.
/// </summary>
public class Routing : Workloads.Routing
{
    private Post[] _posts = [];
    private Task[] _units = [];

    protected override void Open()
    {
        _posts = [.. Enumerable.Range(0, UnitCount).Select(unit => new Post(unit))];
        _units = Array.ConvertAll(_posts, post => Task.Run(() => SuperviseAsync(post)));
    }

    protected override void Route(CallEvent item)
    {
        var post = _posts[UnitOf(item)];
        post.Events.Enqueue(item);
        post.Arrived.Release();
    }

    // A signal without an event says that none comes any more.
    protected override void Close()
    {
        Array.ForEach(_posts, post => post.Arrived.Release());
        Task.WaitAll(_units);
    }

    private async Task SuperviseAsync(Post post)
    {
        using var unit = Units.Enter();
        var isDone = false;
        while (!isDone)
        {
            try
            {
                await ServeAsync(post);
                isDone = true;
            }
            catch (Exception error) when (error is HandlerCrashException or TimeoutException) { }
        }
    }

    private async Task ServeAsync(Post post)
    {
        using var unit = Units.Enter();
        var handlers = TakeOver(post.Unit);
        while (true)
        {
            await post.Arrived.WaitAsync();
            if (!post.Events.TryDequeue(out var item))
            {
                return;
            }

            if (handlers.HangsOn(item))
            {
                await Peer.CallAsync().WaitAsync(HangLimit);
            }

            handlers.Handle(item);
        }
    }

    private sealed record Post(int Unit)
    {
        public ConcurrentQueue<CallEvent> Events { get; } = new();

        public SemaphoreSlim Arrived { get; } = new(0);
    }
}
