using Bench.Measurement.Load;
using Bench.Workloads;

namespace Bench.Threads;

using ScenarioCall = Call<ScenarioRequest, ScenarioReply>;

/// <summary>
/// A fixed pool of threads takes requests from a blocking queue. A thread makes its request's first backend call itself, and helpers, of
/// whom there are enough for all, make the others meanwhile. Every call blocks its thread; a lock guards the key.
/// </summary>
public class Scenario : Workloads.Scenario
{
    private const int MostThreads = 8_000;
    private BoundedQueue<ScenarioCall> _queue = null!;
    private BoundedQueue<Part> _parts = null!;
    private List<Thread> _pool = [];
    private List<Thread> _helpers = [];

    protected override string? OutOfReach(ScenarioParameters parameters)
    {
        var threads = (long)parameters.ConcurrencyLimit * parameters.Calls;
        return threads > MostThreads
            ? $"{threads:N0} threads, one for each backend call at once: more than the {MostThreads:N0} that this machine is asked for"
            : null;
    }

    protected override void Open()
    {
        _queue = new(Parameters.QueueBound);
        _parts = new(int.MaxValue);
        _pool = Start(Parameters.ConcurrencyLimit, Serve);
        _helpers = Start(Parameters.ConcurrencyLimit * (Parameters.Calls - 1), Help);
    }

    protected override bool TryAdmit(ScenarioCall call) => _queue.TryAdd(call);

    protected override void Close()
    {
        _queue.Complete();
        _pool.ForEach(thread => thread.Join());
        _parts.Complete();
        _helpers.ForEach(thread => thread.Join());
    }

    private static List<Thread> Start(int count, ThreadStart body)
    {
        List<Thread> threads = [.. Enumerable.Range(0, count).Select(_ => new Thread(body))];
        threads.ForEach(thread => thread.Start());
        return threads;
    }

    private void Serve()
    {
        using var unit = Units.Enter();
        while (_queue.TryTake(out var call))
        {
            Handle(call);
        }
    }

    private void Help()
    {
        using var unit = Units.Enter();
        while (_parts.TryTake(out var part))
        {
            Ask(part.Request, part.Call);
            part.Done.Signal();
        }
    }

    private void Handle(ScenarioCall call)
    {
        if (call.IsCancelled)
        {
            call.Abandon();
            return;
        }

        var request = call.Request;
        AskAll(request);
        if (request.HasFailed)
        {
            call.Fail();
            return;
        }

        request.Work();
        call.Complete(Update(request));
    }

    private void AskAll(ScenarioRequest request)
    {
        var others = new Latch(request.Calls - 1);
        for (var call = 1; call < request.Calls; call++)
        {
            _parts.TryAdd(new(request, call, others));
        }

        Ask(request, 0);
        others.Wait();
    }

    private void Ask(ScenarioRequest request, int call)
    {
        do
        {
            Backend.Call(request.Begin(call));
        } while (request.MustTryAgain(call));
    }

    private ScenarioReply Update(ScenarioRequest request)
    {
        var key = Keys[request.Key];
        lock (key)
        {
            return key.Update(request);
        }
    }

    private readonly record struct Part(ScenarioRequest Request, int Call, Latch Done);
}
