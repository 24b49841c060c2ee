using Bench.Measurement.Load;
using Bench.Workloads;

namespace Bench.Tasks;

using ScenarioCall = Call<ScenarioRequest, ScenarioReply>;

/// <summary>
/// A task per request on the ThreadPool, whose backend calls are tasks that it awaits together; a semaphore limits the requests in
/// work, a lock guards the key. Calls that block run on threads kept for them.
/// </summary>
public class Scenario : Workloads.Scenario
{
    private SemaphoreSlim _limit = null!;
    private BlockingPool _blocking = null!;
    private CountdownEvent _running = null!;
    private int _waiting;

    protected override void Open()
    {
        _limit = new(Parameters.ConcurrencyLimit);
        _blocking = new(Parameters.BlockingThreads, Units);
        _running = new(initialCount: 1);
    }

    protected override bool TryAdmit(ScenarioCall call)
    {
        if (Volatile.Read(ref _waiting) >= Parameters.QueueBound)
        {
            return false;
        }

        Interlocked.Increment(ref _waiting);
        _running.AddCount();
        _ = Task.Run(() => HandleAsync(call));
        return true;
    }

    protected override void Close()
    {
        _running.Signal();
        _running.Wait();
        _blocking.Close();
    }

    private async Task HandleAsync(ScenarioCall call)
    {
        using (Units.Enter())
        {
            await _limit.WaitAsync();
            Interlocked.Decrement(ref _waiting);
            if (call.IsCancelled)
            {
                call.Abandon();
            }
            else
            {
                await ServeAsync(call);
            }

            _limit.Release();
        }

        _running.Signal();
    }

    private async Task ServeAsync(ScenarioCall call)
    {
        var request = call.Request;
        await Task.WhenAll(Enumerable.Range(0, request.Calls).Select(index => AskAsync(request, index)));
        if (request.HasFailed)
        {
            call.Fail();
            return;
        }

        request.Work();
        call.Complete(Update(request));
    }

    private async Task AskAsync(ScenarioRequest request, int call)
    {
        do
        {
            var serviceTime = request.Begin(call);
            if (request.IsBlocking)
            {
                await _blocking.RunAsync(() => Backend.Call(serviceTime));
            }
            else
            {
                await Backend.CallAsync(serviceTime);
            }
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
}
