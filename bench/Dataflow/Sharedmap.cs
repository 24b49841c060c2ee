using System.Runtime.InteropServices;
using System.Threading.Tasks.Dataflow;
using Bench.Workloads;

namespace Bench.Dataflow;

/// <summary>
/// An owner, a block that is the only one to touch the dictionary, takes operations; each says to which block its result
/// goes. A caller is a block too, which asks for its next operation when it has the result of the one before.
/// </summary>
public class Sharedmap : Workloads.Sharedmap
{
    private Dictionary<int, long> _counts = [];
    private ActionBlock<Request> _owner = null!;
    private ActionBlock<long?>[] _callers = [];
    private Task _called = Task.CompletedTask;
    private Task _owned = Task.CompletedTask;

    protected override IReadOnlyDictionary<int, long> Counts => _counts;

    protected override void Open()
    {
        _counts = [];
        _owner = new(request => request.Caller.Post(Do(request.Operation)));
        _callers = [.. Callers.Select(NewCaller)];
        _owned = Units.CountAsync(_owner);
        _called = Units.CountAsync(_callers);
    }

    // The first message has no result.
    protected override void CallAll()
    {
        Array.ForEach(_callers, caller => caller.Post(null));
        _called.Wait();
    }

    protected override void Close()
    {
        _owner.Complete();
        _owned.Wait();
    }

    private ActionBlock<long?> NewCaller(MapCaller caller)
    {
        ActionBlock<long?> self = null!;
        return self = new(GoOn, new() { SingleProducerConstrained = true });

        void GoOn(long? result)
        {
            if (result is { } taken)
            {
                caller.Take(taken);
            }

            if (caller.TryNext(out var operation))
            {
                _owner.Post(new(operation, self));
            }
            else
            {
                self.Complete();
            }
        }
    }

    private long Do(MapOperation operation) =>
        operation.IsRead
            ? operation.Sum(_counts)
            : ++CollectionsMarshal.GetValueRefOrAddDefault(_counts, operation.Key, out _);

    private readonly record struct Request(MapOperation Operation, ActionBlock<long?> Caller);
}
