using Bench.Workloads;

namespace Bench.Threads;

/// <summary>
/// A thread per teller; locks on the two accounts, in order of number, make withdrawal and deposit one step. A barrier begins
/// each day.
/// </summary>
public class Banking : Workloads.Banking
{
    private Barrier _days = null!;
    private List<Thread> _threads = [];
    private bool _isOver;

    protected override void Open()
    {
        _isOver = false;
        _days = new(Tellers.Count + 1);
        _threads = [.. Tellers.Select(teller => new Thread(() => Work(teller)))];
        _threads.ForEach(thread => thread.Start());
    }

    protected override void Trade()
    {
        _days.SignalAndWait();
        _days.SignalAndWait();
    }

    protected override void Close()
    {
        _isOver = true;
        _days.SignalAndWait();
        _threads.ForEach(thread => thread.Join());
    }

    private void Work(Teller teller)
    {
        using var unit = Units.Enter();
        for (_days.SignalAndWait(); !_isOver; _days.SignalAndWait())
        {
            while (teller.TryNext(out var transfer))
            {
                teller.Take(transfer.Number, TrySettle(transfer));
            }

            _days.SignalAndWait();
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
