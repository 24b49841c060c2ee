using Akka.Actor;
using Akka.Cluster.Sharding;
using Bench.ClusterLanes;
using Bench.Workloads;

namespace Bench.ShardedActors;

/// <summary>
/// An entity per account serves its payments one at a time, debits itself and tells the payee's entity, which may be in another node,
/// to credit; that one answers whoever asked. It never awaits: the backend's answer comes back as a message.
/// </summary>
public class Payments : ClusterLanes.Payments
{
    private ShardClient _client = null!;

    protected override void Connect(IReadOnlyList<string> nodes) =>
        _client = ShardClient.Join(nodes, Facts.Id, Hear);

    protected override void Activate() => _client.Wake(Parameters.Accounts);

    protected override void Send(Payment payment) =>
        _client.Ask(new(Ask.Pay, payment.Number, payment.Payer, payment.Payee, payment.Cents));

    protected override void Disconnect() => _client.Leave();

    private void Hear(Answer answer)
    {
        if (answer.Outcome == Answer.Dropped)
        {
            Dropped(answer.Number);
        }
        else
        {
            Answered(answer.Number, (PaymentReply)answer.Outcome);
        }
    }

    [Entity<PaymentsWork>("payments")]
    private sealed class Keeper(int number, PaymentsWork work) : UntypedActor
    {
        private readonly Account _account = work.Open(number);
        private readonly Queue<(Request Request, IActorRef Asker)> _queue = new();
        private readonly IActorRef _accounts = ClusterSharding.Get(Context.System).ShardRegion("payments");
        private bool _isBusy;

        protected override void PreStart() => work.Units.Started();

        protected override void PostStop() => work.Units.Ended();

        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case Request { Ask: Ask.Wake } request:
                    Sender.Tell(new Answer(request.Number, work.Setup.Index));
                    break;
                case Request { Ask: Ask.Pay } request:
                    _queue.Enqueue((request, Sender));
                    break;
                case Request request:
                    _account.Credit(new(request.Number, request.Other, number, request.Amount));
                    Answer(request, Sender, (int)PaymentReply.Settled);
                    break;
                case Authorised authorised:
                    _isBusy = false;
                    Debit(authorised);
                    break;
            }

            if (!_isBusy && _queue.TryDequeue(out var next))
            {
                _isBusy = true;
                work.Backend.CallAsync()
                    .PipeTo(Self, next.Asker, success: isIn => new Authorised(next.Request, isIn));
            }
        }

        // The sender is whoever asked: the payee's entity answers in this one's place.
        private void Debit(Authorised authorised)
        {
            var request = authorised.Request;
            if (!authorised.IsInTime)
            {
                Answer(request, Sender, ShardedActors.Answer.Dropped);
            }
            else if (_account.TryDebit(new(request.Number, number, request.Other, request.Amount)))
            {
                _accounts.Forward(request with { Ask = Ask.Credit, Entity = request.Other, Other = number });
            }
            else
            {
                Answer(request, Sender, (int)PaymentReply.Declined);
            }
        }

        private void Answer(Request request, IActorRef asker, int outcome)
        {
            work.Handled();
            asker.Tell(new Answer(request.Number, work.Setup.Index, outcome));
        }

        private sealed record Authorised(Request Request, bool IsInTime);
    }
}
