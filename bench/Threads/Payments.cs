using Bench.Measurement.Load;
using Bench.Workloads;

namespace Bench.Threads;

/// <summary>
/// A fixed pool of threads, each with a queue of its own for its share of the payers, which keeps the order;
/// locks on the two accounts, in order of index, make debit and credit one step.
/// </summary>
public class Payments : Workloads.Payments
{
    private BoundedQueue<Call<Payment, PaymentReply>>[] _queues = [];
    private List<Thread> _pool = [];
    private int _waiting;

    protected override PaymentsParameters AsTold(PaymentsParameters parameters) =>
        parameters with
        {
            ConcurrencyLimit = 200,
        };

    protected override void Open()
    {
        _queues =
        [
            .. Enumerable
                .Range(0, Parameters.ConcurrencyLimit)
                .Select(_ => new BoundedQueue<Call<Payment, PaymentReply>>(Parameters.QueueBound)),
        ];
        _pool = [.. _queues.Select(queue => new Thread(() => Serve(queue)))];
        _pool.ForEach(thread => thread.Start());
    }

    protected override bool TryAdmit(Call<Payment, PaymentReply> call)
    {
        if (Volatile.Read(ref _waiting) >= Parameters.QueueBound)
        {
            return false;
        }

        Interlocked.Increment(ref _waiting);
        return _queues[call.Request.Payer % _queues.Length].TryAdd(call);
    }

    protected override void Close()
    {
        Array.ForEach(_queues, queue => queue.Complete());
        _pool.ForEach(thread => thread.Join());
    }

    private void Serve(BoundedQueue<Call<Payment, PaymentReply>> queue)
    {
        using var unit = Units.Enter();
        while (queue.TryTake(out var call))
        {
            Interlocked.Decrement(ref _waiting);
            Handle(call);
        }
    }

    private void Handle(Call<Payment, PaymentReply> call)
    {
        if (call.IsCancelled)
        {
            call.Abandon();
            return;
        }

        Backend.Call(call.Request);
        call.Complete(Settle(call.Request));
    }

    private PaymentReply Settle(Payment payment)
    {
        var (payer, payee) = (Accounts[payment.Payer], Accounts[payment.Payee]);
        var (first, second) = payment.Payer < payment.Payee ? (payer, payee) : (payee, payer);
        lock (first)
            lock (second)
            {
                if (!payer.TryDebit(payment))
                {
                    return PaymentReply.Declined;
                }

                payee.Credit(payment);
                return PaymentReply.Settled;
            }
    }
}
