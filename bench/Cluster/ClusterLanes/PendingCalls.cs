using System.Collections.Concurrent;
using Bench.Measurement.Load;

namespace Bench.ClusterLanes;

/// <summary>Calls that were sent to the cluster and have no answer yet, by their number.</summary>
public sealed class PendingCalls<TRequest, TReply>
{
    private readonly ConcurrentDictionary<long, Call<TRequest, TReply>> _calls = new();
    private int _count;

    /// <summary>How many there are.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>A call is about to be sent, unless there are as many as may be.</summary>
    /// <param name="number">Its number, which no other call has.</param>
    /// <param name="call">The call.</param>
    /// <param name="most">How many may be sent and not answered. What waits in a node for its turn is not seen from here.</param>
    /// <returns>Whether it may be sent.</returns>
    public bool TryAdd(long number, Call<TRequest, TReply> call, long most)
    {
        if (Count >= most)
        {
            return false;
        }

        Interlocked.Increment(ref _count);
        _calls[number] = call;
        return true;
    }

    /// <summary>The answer to a call has come; a second answer finds none.</summary>
    public void Complete(long number, TReply reply) => Take(number)?.Complete(reply);

    /// <summary>The cluster did nothing for a call, whose caller had gone.</summary>
    public void Abandon(long number) => Take(number)?.Abandon();

    private Call<TRequest, TReply>? Take(long number)
    {
        if (!_calls.TryRemove(number, out var call))
        {
            return null;
        }

        Interlocked.Decrement(ref _count);
        return call;
    }
}
