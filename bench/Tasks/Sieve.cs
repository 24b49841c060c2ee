using Bench.Workloads;

namespace Bench.Tasks;

/// <summary>
/// A task for each segment, which awaits numbers from a queue of its own; a task that first has one to pass on starts the next,
/// and in the end awaits what that has found.
/// </summary>
public class Sieve : Workloads.Sieve
{
    protected override PrimeTally FindPrimes() => Task.Run(SendAllAsync).GetAwaiter().GetResult();

    private async Task<PrimeTally> SendAllAsync()
    {
        using var unit = Units.Enter();
        var (candidates, found) = Start();
        for (var place = 0; place < Candidates; place++)
        {
            await candidates.AddAsync(Candidate(place));
        }

        candidates.Complete();
        return await found;
    }

    private (AwaitedBuffer<int> Candidates, Task<PrimeTally> Found) Start()
    {
        var candidates = new AwaitedBuffer<int>(capacity: 0);
        return (candidates, Task.Run(() => FilterAsync(candidates)));
    }

    private async Task<PrimeTally> FilterAsync(AwaitedBuffer<int> candidates)
    {
        using var unit = Units.Enter();
        var segment = NewSegment();
        (AwaitedBuffer<int> Candidates, Task<PrimeTally> Found)? next = null;
        while (await candidates.TakeAsync() is (true, var candidate))
        {
            if (segment.PassesOn(candidate))
            {
                next ??= Start();
                await next.Value.Candidates.AddAsync(candidate);
            }
        }

        if (next is not { } rest)
        {
            return segment.Tally;
        }

        rest.Candidates.Complete();
        return segment.Tally + await rest.Found;
    }
}
