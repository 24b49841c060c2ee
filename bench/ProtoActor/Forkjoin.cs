using Bench.Measurement.Hosting;
using Bench.Workloads;
using Proto;
using Proto.Mailbox;

namespace Bench.ProtoActor;

/// <summary>
/// An actor for each node: one that forks requests the subtotals of ten more, and each responds and stops. Actors so short-lived are
/// created beside each other, not below each other, with the small mailbox.
/// </summary>
public class Forkjoin : Workloads.Forkjoin
{
    private ActorSystem _system = null!;
    private Props _node = Props.Empty;

    protected override void Prepare()
    {
        base.Prepare();
        _system = ActorHost.Start();
        _node = Props
            .FromProducer(() => new Node(this))
            .WithMailbox(() =>
                new DefaultMailbox(new LockingUnboundedMailboxQueue(4), new LockingUnboundedMailboxQueue(4))
            )
            .WithStartDeadline(TimeSpan.Zero);
    }

    protected override Subtotal Build(LeafRange root) =>
        _system.Root.RequestAsync<Subtotal>(_system.Root.Spawn(_node), root, CancellationToken.None).Result;

    // A node has responded before it stops.
    protected override void Close() => SpinWait.SpinUntil(() => Units.Alive == 0, Limit);

    protected override void Dispose(Findings findings) => _system.ShutDown();

    private sealed class Node(Forkjoin lane) : IActor
    {
        private Subtotal _sum = Subtotal.OfForkingUnit;
        private int _missing = LeafRange.Parts;
        private PID? _asker;

        public Task ReceiveAsync(IContext context)
        {
            switch (context.Message)
            {
                case LeafRange { IsLowest: true } range:
                    context.Respond(range.Sum());
                    context.Stop(context.Self);
                    break;
                case LeafRange range:
                    _asker = context.Sender;
                    for (var part = 0; part < LeafRange.Parts; part++)
                    {
                        context.Request(context.System.Root.Spawn(lane._node), range.Part(part));
                    }

                    break;
                case Subtotal subtotal:
                    _sum += subtotal;
                    if (--_missing == 0)
                    {
                        context.Send(_asker!, _sum);
                        context.Stop(context.Self);
                    }

                    break;
                case Started:
                    lane.Units.Started();
                    break;
                case Stopped:
                    lane.Units.Ended();
                    break;
            }

            return Task.CompletedTask;
        }
    }
}
