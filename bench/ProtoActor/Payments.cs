using Bench.Measurement.Hosting;
using Bench.Measurement.Load;
using Bench.Workloads;
using Proto;

namespace Bench.ProtoActor;

using PaymentCall = Call<Payment, PaymentReply>;

/// <summary>
/// An actor for each share of the accounts serves its payers one payment at a time, debits its own accounts and asks the payee's
/// actor to credit. It reenters when the backend has answered: if it awaited, credits of others would wait, too.
/// </summary>
public class Payments : Workloads.Payments
{
    private ActorSystem _system = null!;
    private PID[] _executors = [];
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
        var executor = Props.FromProducer(() => new Executor(this));
        _executors =
        [
            .. Enumerable.Range(0, Parameters.ConcurrencyLimit).Select(_ => _system.Root.Spawn(executor)),
        ];
    }

    protected override bool TryAdmit(PaymentCall call)
    {
        if (Volatile.Read(ref _waiting) >= Parameters.QueueBound)
        {
            return false;
        }

        Interlocked.Increment(ref _waiting);
        _running.AddCount();
        _system.Root.Send(ExecutorOf(call.Request.Payer), call);
        return true;
    }

    protected override void Close()
    {
        _running.Signal();
        _running.Wait();
        _system.Stop(_executors);
    }

    protected override void Dispose(Findings findings) => _system.ShutDown();

    private PID ExecutorOf(int account) => _executors[account % _executors.Length];

    private sealed record Credit(PaymentCall Call);

    private sealed class Executor(Payments bank) : IActor
    {
        private readonly Queue<PaymentCall> _queue = new();
        private bool _busy;

        public Task ReceiveAsync(IContext context)
        {
            switch (context.Message)
            {
                case PaymentCall call:
                    _queue.Enqueue(call);
                    AuthoriseNext(context);
                    break;
                case Credit credit:
                    bank.Accounts[credit.Call.Request.Payee].Credit(credit.Call.Request);
                    Settle(credit.Call, PaymentReply.Settled);
                    break;
                case Started:
                    bank.Units.Started();
                    break;
                case Stopped:
                    bank.Units.Ended();
                    break;
            }

            return Task.CompletedTask;
        }

        private void AuthoriseNext(IContext context)
        {
            while (!_busy && _queue.TryDequeue(out var next))
            {
                Authorise(next, context);
            }
        }

        private void Authorise(PaymentCall call, IContext context)
        {
            Interlocked.Decrement(ref bank._waiting);
            if (call.IsCancelled)
            {
                call.Abandon();
                bank._running.Signal();
                return;
            }

            _busy = true;
            context.ReenterAfter(
                bank.Backend.CallAsync(call.Request).AsTask(),
                () =>
                {
                    _busy = false;
                    Debit(call, context);
                    AuthoriseNext(context);
                }
            );
        }

        private void Debit(PaymentCall call, IContext context)
        {
            if (bank.Accounts[call.Request.Payer].TryDebit(call.Request))
            {
                context.Send(bank.ExecutorOf(call.Request.Payee), new Credit(call));
            }
            else
            {
                Settle(call, PaymentReply.Declined);
            }
        }

        private void Settle(PaymentCall call, PaymentReply reply)
        {
            call.Complete(reply);
            bank._running.Signal();
        }
    }
}
