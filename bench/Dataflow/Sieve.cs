using System.Threading.Tasks.Dataflow;
using Bench.Workloads;

namespace Bench.Dataflow;

/// <summary>A block for each segment posts what it passes on to the next, which it creates for the first of them.</summary>
public class Sieve : Workloads.Sieve
{
    protected override PrimeTally FindPrimes() => Task.Run(SendAllAsync).GetAwaiter().GetResult();

    private async Task<PrimeTally> SendAllAsync()
    {
        using var unit = Units.Enter();
        var (candidates, found) = Start();
        for (var place = 0; place < Candidates; place++)
        {
            candidates.Post(Candidate(place));
        }

        candidates.Complete();
        return await found;
    }

    private (ActionBlock<int> Candidates, Task<PrimeTally> Found) Start()
    {
        var segment = NewSegment();
        (ActionBlock<int> Candidates, Task<PrimeTally> Found)? next = null;
        var filter = new ActionBlock<int>(Filter);
        return (filter, FindAsync());

        void Filter(int candidate)
        {
            if (segment.PassesOn(candidate))
            {
                next ??= Start();
                next.Value.Candidates.Post(candidate);
            }
        }

        async Task<PrimeTally> FindAsync()
        {
            await Units.CountAsync(filter);
            if (next is not { } rest)
            {
                return segment.Tally;
            }

            rest.Candidates.Complete();
            return segment.Tally + await rest.Found;
        }
    }
}
