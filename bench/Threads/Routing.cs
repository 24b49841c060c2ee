using System.Collections.Concurrent;
using Bench.Workloads;

namespace Bench.Threads;

/// <summary>
/// A thread with a queue for each unit of handlers, and a supervisor thread that starts another one when it crashed or hangs. A
/// thread cannot be killed: one that hangs is left behind and must not touch anything should it come back.
/// </summary>
public class Routing : Workloads.Routing
{
    private const int GlancesPerLimit = 10;
    private Post[] _posts = [];
    private BlockingCollection<Post> _crashed = null!;
    private Thread _supervisor = null!;

    protected override void Open()
    {
        _posts = [.. Enumerable.Range(0, UnitCount).Select(unit => new Post(unit))];
        _crashed = [];
        _supervisor = new Thread(Supervise);
        _supervisor.Start();
    }

    protected override void Route(CallEvent item) => _posts[UnitOf(item)].Events.TryAdd(item);

    protected override void Close()
    {
        Array.ForEach(_posts, post => post.Events.Complete());
        _crashed.CompleteAdding();
        _supervisor.Join();
    }

    private void Supervise()
    {
        using var unit = Units.Enter();
        var threads = _posts.Select(Start).ToList();
        while (!_crashed.IsCompleted)
        {
            if (_crashed.TryTake(out var crashed, HangLimit / GlancesPerLimit))
            {
                threads.Add(Start(crashed));
            }

            threads.AddRange(_posts.Where(post => post.OnDuty.TryAbandon(HangLimit)).Select(Start));
        }

        threads.ForEach(thread => thread.Join());
    }

    private Thread Start(Post post)
    {
        var duty = post.OnDuty = new Duty();
        var thread = new Thread(() => Serve(post, duty));
        thread.Start();
        return thread;
    }

    private void Serve(Post post, Duty duty)
    {
        using var unit = Units.Enter();
        var handlers = TakeOver(post.Unit);
        try
        {
            while (post.Events.TryTake(out var item))
            {
                if (handlers.HangsOn(item) && !TryCall(duty))
                {
                    return;
                }

                handlers.Handle(item);
            }
        }
        catch (HandlerCrashException)
        {
            _crashed.Add(post);
        }
    }

    // False when the thread was given up while it waited: another has its place.
    private bool TryCall(Duty duty)
    {
        duty.CallOut();
        Peer.Call();
        return duty.TryReturn();
    }

    private sealed class Post(int unit)
    {
        public int Unit { get; } = unit;

        public BoundedQueue<CallEvent> Events { get; } = new(int.MaxValue);

        public Duty OnDuty { get; set; } = new();
    }

    /// <summary>Since when a thread waits for an answer. Thread and supervisor agree by compare-and-swap which of them goes on.</summary>
    private sealed class Duty
    {
        private const long Here = 0;
        private const long Abandoned = -1;
        private long _outSince;

        public void CallOut() => Volatile.Write(ref _outSince, Math.Max(1, Environment.TickCount64));

        /// <summary>Back from a call; false when the thread was given up meanwhile.</summary>
        public bool TryReturn() => Interlocked.Exchange(ref _outSince, Here) != Abandoned;

        /// <summary>Gives up a thread that has waited longer than the limit.</summary>
        public bool TryAbandon(TimeSpan limit)
        {
            var since = Volatile.Read(ref _outSince);
            return since > Here
                && Environment.TickCount64 - since > limit.TotalMilliseconds
                && Interlocked.CompareExchange(ref _outSince, Abandoned, since) == since;
        }
    }
}
