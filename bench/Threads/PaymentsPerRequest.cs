using Bench.Measurement.Hosting;
using Bench.Measurement.Load;
using Bench.Workloads;

namespace Bench.Threads;

/// <summary>
/// A thread per payment, started by an acceptor; it first joins the thread before it in its payer's line, which
/// keeps the order. Locks on the two accounts, in order of index, make debit and credit one step.
/// </summary>
[Variant("per-request", Presets.Quick | Presets.Standard | Presets.Full)]
public class PaymentsPerRequest : Workloads.Payments
{
    private BoundedQueue<Call<Payment, PaymentReply>> _accepted = null!;
    private Thread _acceptor = null!;
    private int _waiting;

    protected override PaymentsParameters AsTold(PaymentsParameters parameters) =>
        parameters with
        {
            ConcurrencyLimit = parameters.Accounts,
        };

    protected override void Open()
    {
        _accepted = new(Parameters.QueueBound);
        _acceptor = new Thread(Accept);
        _acceptor.Start();
    }

    protected override bool TryAdmit(Call<Payment, PaymentReply> call)
    {
        if (Volatile.Read(ref _waiting) >= Parameters.QueueBound)
        {
            return false;
        }

        Interlocked.Increment(ref _waiting);
        return _accepted.TryAdd(call);
    }

    protected override void Close()
    {
        _accepted.Complete();
        _acceptor.Join();
    }

    private void Accept()
    {
        using var unit = Units.Enter();
        var last = new Thread?[Parameters.ConcurrencyLimit];
        while (_accepted.TryTake(out var call))
        {
            ref var line = ref last[call.Request.Payer % last.Length];
            var before = line;
            line = new Thread(() => Serve(before, call));
            line.Start();
        }

        Array.ForEach(last, thread => thread?.Join());
    }

    private void Serve(Thread? before, Call<Payment, PaymentReply> call)
    {
        using var unit = Units.Enter();
        before?.Join();
        Interlocked.Decrement(ref _waiting);
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
