using Bench.Workloads;
using Orleans.Concurrency;
using Orleans.Placement;

namespace Bench.DurableGrains;

/// <summary>
/// A payment is two writes, one at each account. What the payer has debited stays in its outbox until the payee has written it too, and is
/// sent again by the next activation: no failure between the two loses money. It is reentrant, or two that pay each other would wait for ever.
/// </summary>
[Reentrant, HashBasedPlacement, GrainType("durable-account")]
internal sealed class AccountGrain(
    PaymentsWork work,
    [PersistentState("journal")] IPersistentState<Journal> stored
) : StoredGrain<Journal>(work, stored), IAccount
{
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await base.OnActivateAsync(cancellationToken);
        if (State.Owed.Length > 0)
        {
            this.RegisterGrainTimer(Settle, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }

    public async Task<PaymentReply?> Pay(Entry payment)
    {
        var isAuthorised = await work.Backend.CallAsync();
        work.Handled();
        if (!isAuthorised)
        {
            return null;
        }

        if (!State.Debits.Contains(payment) && !State.Declined.Contains(payment))
        {
            State = State.Cents < payment.Cents ? Declined(payment) : Debited(payment);
        }

        await SaveAsync();
        if (State.Declined.Contains(payment))
        {
            return PaymentReply.Declined;
        }

        if (State.Owed.Contains(payment))
        {
            await SettleAsync(payment);
        }

        return PaymentReply.Settled;
    }

    public Task Credit(Entry payment)
    {
        if (!State.Credits.Contains(payment))
        {
            State = State with { Cents = State.Cents + payment.Cents, Credits = State.Credits.Add(payment) };
        }

        return SaveAsync();
    }

    public async Task Settle()
    {
        foreach (var payment in State.Owed)
        {
            await SettleAsync(payment);
        }
    }

    public Task<Journal> Books() => ReadAsync();

    protected override Journal New() => new() { Cents = work.Asked.OpeningCents };

    private Journal Declined(Entry payment) => State with { Declined = State.Declined.Add(payment) };

    private Journal Debited(Entry payment) =>
        State with
        {
            Cents = State.Cents - payment.Cents,
            Debits = State.Debits.Add(payment),
            Owed = State.Owed.Add(payment),
        };

    // That it is no longer owed goes with the next write: sent again, it would be known.
    private async Task SettleAsync(Entry payment)
    {
        await GrainFactory.GetGrain<IAccount>(payment.Other).Credit(new(payment.Number, Key, payment.Cents));
        State = State with { Owed = State.Owed.Remove(payment) };
    }
}
