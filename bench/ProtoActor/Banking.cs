using Bench.Measurement.Hosting;
using Bench.Workloads;
using Proto;

namespace Bench.ProtoActor;

/// <summary>
/// An actor per account and per teller. The payer's account withdraws and sends a deposit on to the payee's, which sends the
/// teller the outcome: nobody waits for anybody, so nothing has to be awaited.
/// </summary>
public class Banking : Workloads.Banking
{
    private ActorSystem _system = null!;
    private PID[] _accounts = [];
    private List<PID> _tellers = [];
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
                _system.Root.Spawn(Props.FromProducer(() => new AccountActor(this, account)))
            ),
        ];
        _tellers =
        [
            .. Tellers.Select(teller =>
                _system.Root.Spawn(Props.FromProducer(() => new TellerActor(this, teller)))
            ),
        ];
    }

    protected override void Trade()
    {
        _trading.Reset();
        _tellers.ForEach(teller => _system.Root.Send(teller, Day.Instance));
        _trading.Wait();
    }

    protected override void Close() => _system.Stop(_tellers.Concat(_accounts));

    protected override void Dispose(Findings findings) => _system.ShutDown();

    private sealed record Day
    {
        public static readonly Day Instance = new();
    }

    private sealed record Withdraw(Transfer Transfer, PID Teller);

    private sealed record Deposit(Transfer Transfer, PID Teller);

    private sealed record Outcome(int Number, bool IsSettled);

    private sealed class AccountActor(Banking lane, BankAccount account) : IActor
    {
        public Task ReceiveAsync(IContext context)
        {
            switch (context.Message)
            {
                case Withdraw(var transfer, var teller) when account.TryWithdraw(transfer.Cents):
                    context.Send(lane._accounts[transfer.Payee], new Deposit(transfer, teller));
                    break;
                case Withdraw(var transfer, var teller):
                    context.Send(teller, new Outcome(transfer.Number, IsSettled: false));
                    break;
                case Deposit(var transfer, var teller):
                    account.Deposit(transfer.Cents);
                    context.Send(teller, new Outcome(transfer.Number, IsSettled: true));
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

    private sealed class TellerActor(Banking lane, Teller teller) : IActor
    {
        public Task ReceiveAsync(IContext context)
        {
            switch (context.Message)
            {
                case Outcome outcome:
                    teller.Take(outcome.Number, outcome.IsSettled);
                    AskNext(context);
                    break;
                case Day:
                    AskNext(context);
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

        private void AskNext(IContext context)
        {
            if (teller.TryNext(out var transfer))
            {
                context.Send(lane._accounts[transfer.Payer], new Withdraw(transfer, context.Self));
            }
            else
            {
                lane._trading.Signal();
            }
        }
    }
}
