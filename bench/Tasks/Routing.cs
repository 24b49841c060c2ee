using System.Collections.Concurrent;
using Bench.Workloads;

namespace Bench.Tasks;

/// <summary>
/// A task with a queue for each handler: an outer loop begins the inner one anew whenever it fails. The call that can hang
/// has a time limit; its answer, should it come, finds nobody.
/// </summary>
public class Routing : Workloads.Routing
{
    private Post[] _posts = [];
    private Task[] _handlers = [];

    protected override void Open()
    {
        _posts = [.. Enumerable.Range(0, Parameters.Handlers).Select(number => new Post(number))];
        _handlers = Array.ConvertAll(_posts, post => Task.Run(() => SuperviseAsync(post)));
    }

    protected override void Route(CallEvent item)
    {
        var post = _posts[item.Handler];
        post.Events.Enqueue(item);
        post.Arrived.Release();
    }

    // A signal without an event says that none comes any more.
    protected override void Close()
    {
        Array.ForEach(_posts, post => post.Arrived.Release());
        Task.WaitAll(_handlers);
    }

    private async Task SuperviseAsync(Post post)
    {
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
        var handler = TakeOver(post.Handler);
        while (true)
        {
            await post.Arrived.WaitAsync();
            if (!post.Events.TryDequeue(out var item))
            {
                return;
            }

            if (handler.HangsOn(item))
            {
                await Peer.CallAsync().WaitAsync(HangLimit);
            }

            handler.Handle(item);
        }
    }

    private sealed record Post(int Handler)
    {
        public ConcurrentQueue<CallEvent> Events { get; } = new();

        public SemaphoreSlim Arrived { get; } = new(0);
    }
}
