using Bench.Workloads;

namespace Bench.Tasks;

/// <summary>
/// A task per teller and day; locks on the two accounts, in order of number, make withdrawal and deposit one step. They are
/// held for nanoseconds, so nothing is awaited.
/// </summary>
public class Banking : Workloads.Banking
{
    protected override void Trade() => Task.WaitAll(Tellers.Select(teller => Task.Run(() => Work(teller))));

    private void Work(Teller teller)
    {
        using var unit = Units.Enter();
        while (teller.TryNext(out var transfer))
        {
            teller.Take(transfer.Number, TrySettle(transfer));
        }
    }

    private bool TrySettle(Transfer transfer)
    {
        var (payer, payee) = (Accounts[transfer.Payer], Accounts[transfer.Payee]);
        var (first, second) = transfer.Payer < transfer.Payee ? (payer, payee) : (payee, payer);
        lock (first)
            lock (second)
            {
                if (!payer.TryWithdraw(transfer.Cents))
                {
                    return false;
                }

                payee.Deposit(transfer.Cents);
                return true;
            }
    }
}
