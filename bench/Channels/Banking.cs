using System.Threading.Channels;
using Bench.Workloads;

namespace Bench.Channels;

/// <summary>
/// An owner for each account, the only one to touch it, and a worker per teller. The payer's owner withdraws and hands the
/// order on to the payee's, which deposits and writes the outcome to the teller's channel.
/// </summary>
public class Banking : Workloads.Banking
{
    private Channel<Order>[] _orders = [];
    private Task[] _owners = [];

    protected override void Open()
    {
        _orders = [.. Accounts.Select(_ => Channel.CreateUnbounded<Order>(new() { SingleReader = true }))];
        _owners = [.. Accounts.Select((account, number) => Task.Run(() => OwnAsync(number, account)))];
    }

    protected override void Trade() =>
        Task.WaitAll(Tellers.Select(teller => Task.Run(() => WorkAsync(teller))));

    protected override void Close()
    {
        Array.ForEach(_orders, orders => orders.Writer.Complete());
        Task.WaitAll(_owners);
    }

    private async Task OwnAsync(int number, BankAccount account)
    {
        using var unit = Units.Enter();
        await foreach (var order in _orders[number].Reader.ReadAllAsync())
        {
            var transfer = order.Transfer;
            if (transfer.Payee == number)
            {
                account.Deposit(transfer.Cents);
                order.Outcomes.TryWrite(new(transfer.Number, IsSettled: true));
            }
            else if (account.TryWithdraw(transfer.Cents))
            {
                _orders[transfer.Payee].Writer.TryWrite(order);
            }
            else
            {
                order.Outcomes.TryWrite(new(transfer.Number, IsSettled: false));
            }
        }
    }

    private async Task WorkAsync(Teller teller)
    {
        using var unit = Units.Enter();
        var outcomes = Channel.CreateUnbounded<Outcome>(new() { SingleReader = true });
        while (teller.TryNext(out var transfer))
        {
            _orders[transfer.Payer].Writer.TryWrite(new(transfer, outcomes.Writer));
            var (number, isSettled) = await outcomes.Reader.ReadAsync();
            teller.Take(number, isSettled);
        }
    }

    private readonly record struct Order(Transfer Transfer, ChannelWriter<Outcome> Outcomes);

    private readonly record struct Outcome(int Number, bool IsSettled);
}
