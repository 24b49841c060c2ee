using System.Threading.Channels;
using Bench.Measurement.Load;
using Bench.Workloads;

namespace Bench.Channels;

using ScenarioCall = Call<ScenarioRequest, ScenarioReply>;

/// <summary>
/// Workers take requests from one bounded channel and await their backend calls together; owners, each the only one to touch its
/// share of the keys, take what they hand on. Calls that block go through a channel to threads kept for them.
/// </summary>
public class Scenario : Workloads.Scenario
{
    private Channel<ScenarioCall> _requests = null!;
    private Channel<ScenarioCall>[] _shares = [];
    private Channel<Task> _blocking = null!;
    private Task[] _workers = [];
    private Task[] _owners = [];
    private List<Thread> _blockers = [];

    protected override void Open()
    {
        _requests = Channel.CreateBounded<ScenarioCall>(
            new BoundedChannelOptions(Parameters.QueueBound) { SingleWriter = true }
        );
        _blocking = Channel.CreateUnbounded<Task>();
        _shares =
        [
            .. Enumerable
                .Range(0, Math.Min(Parameters.Keys, Environment.ProcessorCount))
                .Select(_ => Channel.CreateUnbounded<ScenarioCall>(new() { SingleReader = true })),
        ];
        _owners = [.. _shares.Select(share => Task.Run(() => OwnAsync(share.Reader)))];
        _workers = [.. Enumerable.Range(0, Parameters.ConcurrencyLimit).Select(_ => Task.Run(ServeAsync))];
        _blockers = [.. Enumerable.Range(0, Parameters.BlockingThreads).Select(_ => new Thread(Block))];
        _blockers.ForEach(thread => thread.Start());
    }

    protected override bool TryAdmit(ScenarioCall call) => _requests.Writer.TryWrite(call);

    protected override void Close()
    {
        _requests.Writer.Complete();
        Task.WaitAll(_workers);
        Array.ForEach(_shares, share => share.Writer.Complete());
        Task.WaitAll(_owners);
        _blocking.Writer.Complete();
        _blockers.ForEach(thread => thread.Join());
    }

    private async Task ServeAsync()
    {
        using var unit = Units.Enter();
        try
        {
            // ReadAllAsync would wake every waiting worker for each request.
            while (true)
            {
                await HandleAsync(await _requests.Reader.ReadAsync());
            }
        }
        catch (ChannelClosedException) { }
    }

    private async Task HandleAsync(ScenarioCall call)
    {
        if (call.IsCancelled)
        {
            call.Abandon();
            return;
        }

        var request = call.Request;
        await Task.WhenAll(Enumerable.Range(0, request.Calls).Select(index => AskAsync(request, index)));
        if (request.HasFailed)
        {
            call.Fail();
            return;
        }

        request.Work();
        _shares[request.Key % _shares.Length].Writer.TryWrite(call);
    }

    private async Task AskAsync(ScenarioRequest request, int call)
    {
        do
        {
            var serviceTime = request.Begin(call);
            if (request.IsBlocking)
            {
                var task = new Task(
                    () => Backend.Call(serviceTime),
                    TaskCreationOptions.RunContinuationsAsynchronously
                );
                _blocking.Writer.TryWrite(task);
                await task;
            }
            else
            {
                await Backend.CallAsync(serviceTime);
            }
        } while (request.MustTryAgain(call));
    }

    private async Task OwnAsync(ChannelReader<ScenarioCall> share)
    {
        using var unit = Units.Enter();
        await foreach (var call in share.ReadAllAsync())
        {
            call.Complete(Keys[call.Request.Key].Update(call.Request));
        }
    }

    // Threads of its own may wait for a channel; those of the pool must not.
    private void Block()
    {
        using var unit = Units.Enter();
        try
        {
            while (true)
            {
                _blocking
                    .Reader.ReadAsync()
                    .AsTask()
                    .GetAwaiter()
                    .GetResult()
                    .RunSynchronously(TaskScheduler.Default);
            }
        }
        catch (ChannelClosedException) { }
    }
}
