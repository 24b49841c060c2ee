using System.Threading.Channels;
using Bench.Measurement.Load;
using Bench.Workloads;

namespace Bench.Channels;

/// <summary>
/// A channel and a worker for each share of the payers, so that each payer's payments stay in order; a ledger
/// keeper, the only one to touch the accounts, takes what they have authorised.
/// </summary>
public class Payments : Workloads.Payments
{
    private Channel<Call<Payment, PaymentReply>>[] _lanes = [];
    private Channel<Call<Payment, PaymentReply>> _authorised = null!;
    private Task[] _workers = [];
    private Task _keeper = Task.CompletedTask;
    private int _waiting;

    protected override PaymentsParameters AsTold(PaymentsParameters parameters) =>
        parameters with
        {
            ConcurrencyLimit = 1_000,
        };

    protected override void Open()
    {
        var options = new UnboundedChannelOptions { SingleReader = true };
        _lanes =
        [
            .. Enumerable
                .Range(0, Parameters.ConcurrencyLimit)
                .Select(_ => Channel.CreateUnbounded<Call<Payment, PaymentReply>>(options)),
        ];
        _authorised = Channel.CreateUnbounded<Call<Payment, PaymentReply>>(options);
        _workers = [.. _lanes.Select(lane => Task.Run(() => AuthoriseAsync(lane.Reader)))];
        _keeper = Task.Run(KeepLedgerAsync);
    }

    // The queue bound is one for all lanes, so each channel alone may be unbounded.
    protected override bool TryAdmit(Call<Payment, PaymentReply> call)
    {
        if (Volatile.Read(ref _waiting) >= Parameters.QueueBound)
        {
            return false;
        }

        Interlocked.Increment(ref _waiting);
        return _lanes[call.Request.Payer % _lanes.Length].Writer.TryWrite(call);
    }

    protected override void Close()
    {
        Array.ForEach(_lanes, lane => lane.Writer.Complete());
        Task.WaitAll(_workers);
        _authorised.Writer.Complete();
        _keeper.Wait();
    }

    private async Task AuthoriseAsync(ChannelReader<Call<Payment, PaymentReply>> lane)
    {
        using var unit = Units.Enter();
        await foreach (var call in lane.ReadAllAsync())
        {
            Interlocked.Decrement(ref _waiting);
            if (call.IsCancelled)
            {
                call.Abandon();
                continue;
            }

            await Backend.CallAsync(call.Request);
            _authorised.Writer.TryWrite(call);
        }
    }

    private async Task KeepLedgerAsync()
    {
        using var unit = Units.Enter();
        await foreach (var call in _authorised.Reader.ReadAllAsync())
        {
            call.Complete(Settle(call.Request));
        }
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
