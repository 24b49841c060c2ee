using Bench.Workloads;

namespace Bench.Tasks;

/// <summary>
/// A task per philosopher and dinner. The arbitrator is behind a lock; who may not eat awaits a semaphore of its own, which
/// the neighbour releases that puts the missing fork back.
/// </summary>
public class Philosophers : Workloads.Philosophers
{
    private readonly Lock _lock = new();
    private Arbitrator _arbitrator = null!;
    private SemaphoreSlim[] _mayEat = [];

    protected override void Open()
    {
        _arbitrator = new(Diners.Count, seat => _mayEat[seat].Release());
        _mayEat = [.. Diners.Select(_ => new SemaphoreSlim(0))];
    }

    protected override void Dine() => Task.WaitAll(Diners.Select(diner => Task.Run(() => LiveAsync(diner))));

    private async Task LiveAsync(Philosopher diner)
    {
        using var unit = Units.Enter();
        while (diner.IsHungry)
        {
            if (!TryTakeForks(diner.Seat))
            {
                await _mayEat[diner.Seat].WaitAsync();
            }

            diner.Eat();
            PutForksBack(diner.Seat);
        }
    }

    private bool TryTakeForks(int seat)
    {
        lock (_lock)
        {
            return _arbitrator.TryServe(seat);
        }
    }

    private void PutForksBack(int seat)
    {
        lock (_lock)
        {
            _arbitrator.PutBack(seat);
        }
    }
}
