using Bench.Measurement.Load;
using Bench.Workloads;

namespace Bench.Tasks;

/// <summary>
/// A task per payment that first awaits the one before it in its payer's chain, which keeps the order; locks on
/// the two accounts, in order of index, make debit and credit one step.
/// </summary>
public class Payments : Workloads.Payments
{
    private Task[] _chains = [];
    private int _waiting;

    protected override PaymentsParameters AsTold(PaymentsParameters parameters) =>
        parameters with
        {
            ConcurrencyLimit = parameters.Accounts,
        };

    protected override void Open()
    {
        _chains = new Task[Parameters.ConcurrencyLimit];
        Array.Fill(_chains, Task.CompletedTask);
    }

    protected override bool TryAdmit(Call<Payment, PaymentReply> call)
    {
        if (Volatile.Read(ref _waiting) >= Parameters.QueueBound)
        {
            return false;
        }

        Interlocked.Increment(ref _waiting);
        ref var last = ref _chains[call.Request.Payer % _chains.Length];
        var before = last;
        last = Task.Run(() => PayAsync(before, call));
        return true;
    }

    protected override void Close() => Task.WaitAll(_chains);

    private async Task PayAsync(Task before, Call<Payment, PaymentReply> call)
    {
        using var unit = Units.Enter();
        await before;
        Interlocked.Decrement(ref _waiting);
        if (call.IsCancelled)
        {
            call.Abandon();
            return;
        }

        await Backend.CallAsync(call.Request);
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
