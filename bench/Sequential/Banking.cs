using Bench.Workloads;

namespace Bench.Sequential;

/// <summary>The tellers take turns, a transfer each: nobody else touches an account meanwhile. A unit is the one who does it.</summary>
public class Banking : Workloads.Banking
{
    protected override void Trade()
    {
        using var unit = Units.Enter();
        var isOpen = true;
        while (isOpen)
        {
            isOpen = false;
            foreach (var teller in Tellers)
            {
                isOpen |= TryTurn(teller);
            }
        }
    }

    private bool TryTurn(Teller teller)
    {
        if (!teller.TryNext(out var transfer))
        {
            return false;
        }

        teller.Take(transfer.Number, TrySettle(transfer));
        return true;
    }

    private bool TrySettle(Transfer transfer)
    {
        if (!Accounts[transfer.Payer].TryWithdraw(transfer.Cents))
        {
            return false;
        }

        Accounts[transfer.Payee].Deposit(transfer.Cents);
        return true;
    }
}
