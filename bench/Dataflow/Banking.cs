using System.Threading.Tasks.Dataflow;
using Bench.Workloads;

namespace Bench.Dataflow;

/// <summary>
/// A block owns each account, the only one to touch it. The payer's withdraws and posts the order on to the payee's, which deposits and
/// posts the outcome to the teller's block; that posts the next order.
/// </summary>
public class Banking : Workloads.Banking
{
    private ActionBlock<Order>[] _owners = [];
    private Task _owned = Task.CompletedTask;

    protected override void Open()
    {
        _owners =
        [
            .. Accounts.Select(
                (account, number) => new ActionBlock<Order>(order => Do(order, number, account))
            ),
        ];
        _owned = Units.CountAsync(_owners);
    }

    // The first message has no outcome.
    protected override void Trade()
    {
        ActionBlock<Outcome?>[] tellers = [.. Tellers.Select(NewTeller)];
        var traded = Units.CountAsync(tellers);
        Array.ForEach(tellers, teller => teller.Post(null));
        traded.Wait();
    }

    protected override void Close()
    {
        Array.ForEach(_owners, owner => owner.Complete());
        _owned.Wait();
    }

    private ActionBlock<Outcome?> NewTeller(Teller teller)
    {
        ActionBlock<Outcome?> self = null!;
        return self = new(GoOn, new() { SingleProducerConstrained = true });

        // Owners are many, but a teller has one order under way.
        void GoOn(Outcome? outcome)
        {
            if (outcome is { } told)
            {
                teller.Take(told.Number, told.IsSettled);
            }

            if (teller.TryNext(out var transfer))
            {
                _owners[transfer.Payer].Post(new(transfer, self));
            }
            else
            {
                self.Complete();
            }
        }
    }

    private void Do(Order order, int number, BankAccount account)
    {
        var transfer = order.Transfer;
        if (transfer.Payee == number)
        {
            account.Deposit(transfer.Cents);
            order.Teller.Post(new Outcome(transfer.Number, IsSettled: true));
        }
        else if (account.TryWithdraw(transfer.Cents))
        {
            _owners[transfer.Payee].Post(order);
        }
        else
        {
            order.Teller.Post(new Outcome(transfer.Number, IsSettled: false));
        }
    }

    private readonly record struct Order(Transfer Transfer, ActionBlock<Outcome?> Teller);

    private readonly record struct Outcome(int Number, bool IsSettled);
}
