using System.Threading.Tasks.Dataflow;
using Bench.Measurement.Load;
using Bench.Workloads;

namespace Bench.Dataflow;

/// <summary>
/// A block for each share of the payers takes one payment at a time, so that each payer's stay in order; a ledger keeper, a
/// block that is the only one to touch the accounts, gets what they have authorised.
/// </summary>
public class Payments : Workloads.Payments
{
    private ActionBlock<Call<Payment, PaymentReply>>[] _lanes = [];
    private ActionBlock<Call<Payment, PaymentReply>> _ledger = null!;
    private Task _authorised = Task.CompletedTask;
    private Task _settled = Task.CompletedTask;
    private int _waiting;

    protected override PaymentsParameters AsTold(PaymentsParameters parameters) =>
        parameters with
        {
            ConcurrencyLimit = 1_000,
        };

    protected override void Open()
    {
        _ledger = new(call => call.Complete(Settle(call.Request)));
        _lanes =
        [
            .. Enumerable
                .Range(0, Parameters.ConcurrencyLimit)
                .Select(_ => new ActionBlock<Call<Payment, PaymentReply>>(AuthoriseAsync)),
        ];
        _authorised = Units.CountAsync(_lanes);
        _settled = Units.CountAsync(_ledger);
    }

    // The queue bound is one for all lanes, so each block alone may be unbounded.
    protected override bool TryAdmit(Call<Payment, PaymentReply> call)
    {
        if (Volatile.Read(ref _waiting) >= Parameters.QueueBound)
        {
            return false;
        }

        Interlocked.Increment(ref _waiting);
        return _lanes[call.Request.Payer % _lanes.Length].Post(call);
    }

    protected override void Close()
    {
        Array.ForEach(_lanes, lane => lane.Complete());
        _authorised.Wait();
        _ledger.Complete();
        _settled.Wait();
    }

    private async Task AuthoriseAsync(Call<Payment, PaymentReply> call)
    {
        Interlocked.Decrement(ref _waiting);
        if (call.IsCancelled)
        {
            call.Abandon();
            return;
        }

        await Backend.CallAsync(call.Request);
        _ledger.Post(call);
    }

    private PaymentReply Settle(Payment payment)
    {
        if (!Accounts[payment.Payer].TryDebit(payment))
        {
            return PaymentReply.Declined;
        }

        Accounts[payment.Payee].Credit(payment);
        return PaymentReply.Settled;
    }
}
