using Bench.Measurement.Hosting;
using Bench.Workloads;

namespace Bench.Threads;

/// <summary>No arbitrator: a lock for each fork, of which everybody takes the one with the lower number first.</summary>
[Variant("ordered", Presets.Smoke | Presets.Full | Presets.Savina)]
public class PhilosophersOrdered : Philosophers
{
    private Lock[] _forks = [];

    protected override void Open()
    {
        _forks = [.. Diners.Select(_ => new Lock())];
        base.Open();
    }

    protected override void EatOnce(Philosopher diner)
    {
        var (left, right) = (diner.Seat, (diner.Seat + 1) % _forks.Length);
        lock (_forks[Math.Min(left, right)])
            lock (_forks[Math.Max(left, right)])
            {
                diner.Eat();
            }
    }
}
