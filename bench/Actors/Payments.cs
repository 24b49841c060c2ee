using Akka.Actor;
using Bench.Measurement.Load;
using Bench.Workloads;

namespace Bench.Actors;

/// <summary>
/// An actor for each share of the accounts serves its payers one payment at a time, debits its own accounts and
/// tells the payee's actor to credit. It never awaits: the backend's answer comes back as a message.
/// </summary>
public class Payments : Workloads.Payments
{
    private ActorSystem _system = null!;
    private IActorRef[] _executors = [];
    private CountdownEvent _running = null!;
    private int _waiting;

    protected override PaymentsParameters AsTold(PaymentsParameters parameters) =>
        parameters with
        {
            ConcurrencyLimit = parameters.Accounts,
        };

    protected override void Prepare() => _system = ActorHost.Start();

    protected override void Open()
    {
        _running = new(initialCount: 1);
        _executors =
        [
            .. Enumerable
                .Range(0, Parameters.ConcurrencyLimit)
                .Select(_ => _system.ActorOf(Props.Create(() => new Executor(this)))),
        ];
    }

    protected override bool TryAdmit(Call<Payment, PaymentReply> call)
    {
        if (Volatile.Read(ref _waiting) >= Parameters.QueueBound)
        {
            return false;
        }

        Interlocked.Increment(ref _waiting);
        _running.AddCount();
        ExecutorOf(call.Request.Payer).Tell(call);
        return true;
    }

    protected override void Close()
    {
        _running.Signal();
        _running.Wait();
        _system.Stop();
    }

    private IActorRef ExecutorOf(int account) => _executors[account % _executors.Length];

    private sealed record Authorised(Call<Payment, PaymentReply> Call);

    private sealed record Credit(Call<Payment, PaymentReply> Call);

    private sealed class Executor(Payments bank) : UntypedActor
    {
        private readonly Queue<Call<Payment, PaymentReply>> _queue = new();
        private bool _busy;

        protected override void PreStart() => bank.Units.Started();

        protected override void PostStop() => bank.Units.Ended();

        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case Call<Payment, PaymentReply> call:
                    _queue.Enqueue(call);
                    break;
                case Authorised authorised:
                    _busy = false;
                    Debit(authorised.Call);
                    break;
                case Credit credit:
                    bank.Accounts[credit.Call.Request.Payee].Credit(credit.Call.Request);
                    Settle(credit.Call, PaymentReply.Settled);
                    break;
            }

            while (!_busy && _queue.TryDequeue(out var next))
            {
                Authorise(next);
            }
        }

        private void Authorise(Call<Payment, PaymentReply> call)
        {
            Interlocked.Decrement(ref bank._waiting);
            if (call.IsCancelled)
            {
                call.Abandon();
                bank._running.Signal();
                return;
            }

            _busy = true;
            bank.Backend.CallAsync(call.Request).AsTask().PipeTo(Self, success: () => new Authorised(call));
        }

        private void Debit(Call<Payment, PaymentReply> call)
        {
            if (bank.Accounts[call.Request.Payer].TryDebit(call.Request))
            {
                bank.ExecutorOf(call.Request.Payee).Tell(new Credit(call));
            }
            else
            {
                Settle(call, PaymentReply.Declined);
            }
        }

        private void Settle(Call<Payment, PaymentReply> call, PaymentReply reply)
        {
            call.Complete(reply);
            bank._running.Signal();
        }
    }
}
