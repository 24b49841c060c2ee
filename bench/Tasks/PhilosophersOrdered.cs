using Bench.Measurement.Hosting;
using Bench.Workloads;

namespace Bench.Tasks;

/// <summary>
/// No arbitrator: a semaphore for each fork is awaited, the one with the lower number first. A lock would keep a thread of the
/// pool waiting.
/// </summary>
[Variant("ordered", Presets.Smoke | Presets.Full | Presets.Savina)]
public class PhilosophersOrdered : Workloads.Philosophers
{
    private SemaphoreSlim[] _forks = [];

    protected override void Open() => _forks = [.. Diners.Select(_ => new SemaphoreSlim(1))];

    protected override void Dine() => Task.WaitAll(Diners.Select(diner => Task.Run(() => LiveAsync(diner))));

    private async Task LiveAsync(Philosopher diner)
    {
        using var unit = Units.Enter();
        var (left, right) = (diner.Seat, (diner.Seat + 1) % _forks.Length);
        var (first, second) = (_forks[Math.Min(left, right)], _forks[Math.Max(left, right)]);
        while (diner.IsHungry)
        {
            await first.WaitAsync();
            await second.WaitAsync();
            diner.Eat();
            second.Release();
            first.Release();
        }
    }
}
