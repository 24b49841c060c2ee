using Bench.Workloads;

namespace Bench.Threads;

/// <summary>
/// A thread per request and one per child. The first child that fails cancels the others, and the request joins all of them
/// before it returns: a call that a child is in is waited for.
/// </summary>
public class Scopes : Workloads.Scopes
{
    private BoundedQueue<ScopeRequest> _requests = null!;
    private Thread _acceptor = null!;

    protected override void Open()
    {
        _requests = new(int.MaxValue);
        _acceptor = new Thread(Accept);
        _acceptor.Start();
    }

    protected override void Admit(ScopeRequest request) => _requests.TryAdd(request);

    protected override void Close()
    {
        _requests.Complete();
        _acceptor.Join();
    }

    private void Accept()
    {
        using var unit = Units.Enter();
        while (_requests.TryTake(out var request))
        {
            new Thread(() => Serve(request)).Start();
        }
    }

    /// <summary>Runs the children of a request and returns it, on a thread of its own.</summary>
    protected virtual void Serve(ScopeRequest request)
    {
        using var unit = Units.Enter();
        using var group = CancellationTokenSource.CreateLinkedTokenSource(request.Cancellation);
        var (total, failed, cancelled) = (0L, 0, 0);
        var threads = request.Children.Select(child => new Thread(() => Run(child))).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        if (failed > 0)
        {
            request.Fail();
        }
        else if (cancelled > 0)
        {
            request.GiveUp();
        }
        else
        {
            request.Succeed(total);
        }

        void Run(ScopeChild child)
        {
            using var alive = child.Enter();
            try
            {
                do
                {
                    group.Token.ThrowIfCancellationRequested();
                    Backend.Call(child.Begin());
                } while (child.Take());

                Interlocked.Add(ref total, child.Result);
            }
            catch (ChildFaultException)
            {
                Interlocked.Increment(ref failed);
                group.Cancel();
            }
            catch (OperationCanceledException)
            {
                Interlocked.Increment(ref cancelled);
            }
        }
    }
}
