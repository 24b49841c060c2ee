using System.Runtime.InteropServices;
using System.Threading.Channels;
using Bench.Workloads;

namespace Bench.Channels;

/// <summary>
/// An owner, the only one to touch the dictionary, takes operations from one channel; each says to which channel
/// its result goes.
/// </summary>
public class Sharedmap : Workloads.Sharedmap
{
    private Dictionary<int, long> _counts = [];
    private Channel<Request> _requests = null!;
    private TaskCompletionSource _signal = new();
    private Task[] _callers = [];
    private Task _owner = Task.CompletedTask;

    protected override IReadOnlyDictionary<int, long> Counts => _counts;

    protected override void Open()
    {
        _counts = [];
        _requests = Channel.CreateUnbounded<Request>(new() { SingleReader = true });
        _signal = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _owner = Task.Run(OwnAsync);
        _callers = [.. Callers.Select(caller => Task.Run(() => CallAsync(caller)))];
    }

    protected override void CallAll()
    {
        _signal.SetResult();
        Task.WaitAll(_callers);
    }

    protected override void Close()
    {
        _requests.Writer.Complete();
        _owner.Wait();
    }

    private async Task OwnAsync()
    {
        using var unit = Units.Enter();
        await foreach (var (operation, results) in _requests.Reader.ReadAllAsync())
        {
            results.TryWrite(
                operation.IsRead
                    ? operation.Sum(_counts)
                    : ++CollectionsMarshal.GetValueRefOrAddDefault(_counts, operation.Key, out _)
            );
        }
    }

    private async Task CallAsync(MapCaller caller)
    {
        using var unit = Units.Enter();
        var results = Channel.CreateUnbounded<long>(new() { SingleReader = true, SingleWriter = true });
        await _signal.Task;
        while (caller.TryNext(out var operation))
        {
            _requests.Writer.TryWrite(new(operation, results.Writer));
            caller.Take(await results.Reader.ReadAsync());
        }
    }

    private readonly record struct Request(MapOperation Operation, ChannelWriter<long> Results);
}
