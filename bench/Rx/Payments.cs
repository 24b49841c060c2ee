using System.Reactive.Linq;
using System.Reactive.Subjects;
using System.Reactive.Threading.Tasks;
using Bench.Measurement.Load;
using Bench.Workloads;

namespace Bench.Rx;

/// <summary>
/// GroupBy parts the payments by payer, Concat lets one of a group wait for the one before it: the order is the query's. Locks on the
/// two accounts, in order of index, make debit and credit one step.
/// </summary>
public class Payments : Workloads.Payments
{
    private Subject<Call<Payment, PaymentReply>> _payments = null!;
    private Task _replies = Task.CompletedTask;
    private int _waiting;

    protected override void Open()
    {
        _payments = new();
        _replies = _payments
            .ObserveOn(Pool.Scheduler)
            .GroupBy(call => call.Request.Payer % Parameters.ConcurrencyLimit)
            .SelectMany(payers => payers.Select(call => Observable.FromAsync(() => PayAsync(call))).Concat())
            .LastOrDefaultAsync()
            .ToTask();
    }

    protected override bool TryAdmit(Call<Payment, PaymentReply> call)
    {
        if (Volatile.Read(ref _waiting) >= Parameters.QueueBound)
        {
            return false;
        }

        Interlocked.Increment(ref _waiting);
        _payments.OnNext(call);
        return true;
    }

    protected override void Close()
    {
        _payments.OnCompleted();
        _replies.Wait();
    }

    private async Task PayAsync(Call<Payment, PaymentReply> call)
    {
        using var unit = Units.Enter();
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
