using Proto.Mailbox;

namespace Bench.ProtoActor;

/// <summary>
/// For lanes whose messages take long: a mailbox gives its thread back after each message instead of after 300, and goes to the end
/// of the ThreadPool's common queue. Proto.Actor's own <see cref="ThreadPoolDispatcher"/> with another throughput than the default
/// would go to the local queue, where a worker takes the newest first.
/// </summary>
internal sealed class OneMessageDispatcher : IDispatcher
{
    public int Throughput => 1;

    public void Schedule(Func<Task> runner) =>
        ThreadPool.UnsafeQueueUserWorkItem(static run => _ = run(), runner, preferLocal: false);
}
