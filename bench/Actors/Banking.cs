using Akka.Actor;
using Bench.Measurement.Hosting;
using Bench.Workloads;

namespace Bench.Actors;

/// <summary>
/// An actor per account and per teller. The payer's account withdraws and forwards a deposit to the payee's, which tells the
/// teller the outcome: nobody waits for anybody, so nothing has to be stashed.
/// </summary>
public class Banking : Workloads.Banking
{
    private ActorSystem _system = null!;
    private IActorRef[] _accounts = [];
    private List<IActorRef> _tellers = [];
    private CountdownEvent _trading = null!;

    protected override void Prepare()
    {
        base.Prepare();
        _system = ActorHost.Start();
    }

    protected override void Open()
    {
        _trading = new(Tellers.Count);
        _accounts =
        [
            .. Accounts.Select(account =>
                _system.ActorOf(Props.Create(() => new AccountActor(this, account)))
            ),
        ];
        _tellers =
        [
            .. Tellers.Select(teller => _system.ActorOf(Props.Create(() => new TellerActor(this, teller)))),
        ];
    }

    protected override void Trade()
    {
        _trading.Reset();
        _tellers.ForEach(teller => teller.Tell(Day.Instance));
        _trading.Wait();
    }

    protected override void Close() =>
        Task.WaitAll(_tellers.Concat(_accounts).Select(actor => actor.GracefulStop(Limit)));

    protected override void Dispose(Findings findings) => _system.Stop();

    private sealed record Day
    {
        public static readonly Day Instance = new();
    }

    private sealed record Withdraw(Transfer Transfer);

    private sealed record Deposit(Transfer Transfer);

    private sealed record Outcome(int Number, bool IsSettled);

    private sealed class AccountActor(Banking lane, BankAccount account) : UntypedActor
    {
        protected override void PreStart() => lane.Units.Started();

        protected override void PostStop() => lane.Units.Ended();

        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case Withdraw { Transfer: var transfer } when account.TryWithdraw(transfer.Cents):
                    lane._accounts[transfer.Payee].Forward(new Deposit(transfer));
                    break;
                case Withdraw { Transfer.Number: var number }:
                    Sender.Tell(new Outcome(number, IsSettled: false));
                    break;
                case Deposit { Transfer: var transfer }:
                    account.Deposit(transfer.Cents);
                    Sender.Tell(new Outcome(transfer.Number, IsSettled: true));
                    break;
            }
        }
    }

    private sealed class TellerActor(Banking lane, Teller teller) : UntypedActor
    {
        protected override void PreStart() => lane.Units.Started();

        protected override void PostStop() => lane.Units.Ended();

        protected override void OnReceive(object message)
        {
            if (message is Outcome outcome)
            {
                teller.Take(outcome.Number, outcome.IsSettled);
            }

            if (teller.TryNext(out var transfer))
            {
                lane._accounts[transfer.Payer].Tell(new Withdraw(transfer));
            }
            else
            {
                lane._trading.Signal();
            }
        }
    }
}
