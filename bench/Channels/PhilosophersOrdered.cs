using System.Threading.Channels;
using Bench.Measurement.Hosting;
using Bench.Workloads;

namespace Bench.Channels;

/// <summary>
/// No arbitrator: each fork lies in a channel with room for one, where whoever needs it reads it and writes it back, the one with
/// the lower number first.
/// </summary>
[Variant("ordered", Presets.Smoke | Presets.Full | Presets.Savina)]
public class PhilosophersOrdered : Workloads.Philosophers
{
    private Channel<bool>[] _forks = [];

    protected override void Open()
    {
        _forks = [.. Diners.Select(_ => Channel.CreateBounded<bool>(1))];
        Array.ForEach(_forks, fork => fork.Writer.TryWrite(true));
    }

    protected override void Dine() => Task.WaitAll(Diners.Select(diner => Task.Run(() => LiveAsync(diner))));

    private async Task LiveAsync(Philosopher diner)
    {
        using var unit = Units.Enter();
        var (left, right) = (diner.Seat, (diner.Seat + 1) % _forks.Length);
        var (first, second) = (_forks[Math.Min(left, right)], _forks[Math.Max(left, right)]);
        while (diner.IsHungry)
        {
            await first.Reader.ReadAsync();
            await second.Reader.ReadAsync();
            diner.Eat();
            second.Writer.TryWrite(true);
            first.Writer.TryWrite(true);
        }
    }
}
