using System.Threading.Tasks.Dataflow;
using Bench.Measurement.Hosting;

namespace Bench.Dataflow;

/// <summary>
/// A buffer holds each fork while it lies on the table. A join block for each philosopher takes both forks or none, as often as there
/// are meals, and hands them to the block that eats and puts them back. Nobody sees to it that all have their turn.
/// </summary>
[Variant("join", Presets.Smoke | Presets.Full)]
public class PhilosophersJoin : Workloads.Philosophers
{
    protected override void Dine()
    {
        BufferBlock<int>[] forks = [.. Diners.Select(_ => new BufferBlock<int>())];
        var diners = new ActionBlock<Tuple<int, int>>[Diners.Count];
        for (var seat = 0; seat < diners.Length; seat++)
        {
            diners[seat] = Sit(seat, forks[seat], forks[(seat + 1) % forks.Length]);
        }

        var eaten = Units.CountAsync(diners);
        for (var fork = 0; fork < forks.Length; fork++)
        {
            forks[fork].Post(fork);
        }

        eaten.Wait();
    }

    private ActionBlock<Tuple<int, int>> Sit(int seat, BufferBlock<int> left, BufferBlock<int> right)
    {
        var both = new JoinBlock<int, int>(new() { Greedy = false, MaxNumberOfGroups = Parameters.Meals });
        var diner = new ActionBlock<Tuple<int, int>>(
            forks =>
            {
                Diners[seat].Eat();
                left.Post(forks.Item1);
                right.Post(forks.Item2);
            },
            new() { SingleProducerConstrained = true }
        );
        left.LinkTo(both.Target1);
        right.LinkTo(both.Target2);
        both.LinkTo(diner, new() { PropagateCompletion = true });
        return diner;
    }
}
