using Bench.Workloads;

namespace Bench.Threads;

/// <summary>
/// A thread per philosopher. The arbitrator is a monitor: who may not eat waits on a semaphore of its own, which the
/// neighbour releases that puts the missing fork back. A barrier begins each dinner.
/// </summary>
public class Philosophers : Workloads.Philosophers
{
    private Arbitrator _arbitrator = null!;
    private SemaphoreSlim[] _mayEat = [];
    private Barrier _dinners = null!;
    private List<Thread> _threads = [];
    private bool _isOver;

    protected override void Open()
    {
        _isOver = false;
        _arbitrator = new(Diners.Count, seat => _mayEat[seat].Release());
        _mayEat = [.. Diners.Select(_ => new SemaphoreSlim(0))];
        _dinners = new(Diners.Count + 1);
        _threads = [.. Diners.Select(diner => new Thread(() => Live(diner)))];
        _threads.ForEach(thread => thread.Start());
    }

    protected override void Dine()
    {
        _dinners.SignalAndWait();
        _dinners.SignalAndWait();
    }

    protected override void Close()
    {
        _isOver = true;
        _dinners.SignalAndWait();
        _threads.ForEach(thread => thread.Join());
    }

    /// <summary>Waits for both forks, eats, and puts them back.</summary>
    protected virtual void EatOnce(Philosopher diner)
    {
        TakeForks(diner.Seat);
        diner.Eat();
        PutForksBack(diner.Seat);
    }

    private void Live(Philosopher diner)
    {
        using var unit = Units.Enter();
        for (_dinners.SignalAndWait(); !_isOver; _dinners.SignalAndWait())
        {
            while (diner.IsHungry)
            {
                EatOnce(diner);
            }

            _dinners.SignalAndWait();
        }
    }

    private void TakeForks(int seat)
    {
        bool isServed;
        lock (_arbitrator)
        {
            isServed = _arbitrator.TryServe(seat);
        }

        if (!isServed)
        {
            _mayEat[seat].Wait();
        }
    }

    private void PutForksBack(int seat)
    {
        lock (_arbitrator)
        {
            _arbitrator.PutBack(seat);
        }
    }
}
