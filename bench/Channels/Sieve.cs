using System.Threading.Channels;
using Bench.Workloads;

namespace Bench.Channels;

/// <summary>
/// The chain of Go's prime sieve: a worker for each segment reads numbers from one channel and writes what it passes on to the
/// next, which it creates, with its worker, for the first of them.
/// </summary>
public class Sieve : Workloads.Sieve
{
    private static readonly UnboundedChannelOptions OneToOne = new()
    {
        SingleReader = true,
        SingleWriter = true,
    };

    protected override PrimeTally FindPrimes() => Task.Run(SendAllAsync).GetAwaiter().GetResult();

    private async Task<PrimeTally> SendAllAsync()
    {
        using var unit = Units.Enter();
        var (candidates, found) = Start();
        for (var place = 0; place < Candidates; place++)
        {
            candidates.TryWrite(Candidate(place));
        }

        candidates.Complete();
        return await found;
    }

    private (ChannelWriter<int> Candidates, Task<PrimeTally> Found) Start()
    {
        var candidates = Channel.CreateUnbounded<int>(OneToOne);
        return (candidates.Writer, Task.Run(() => FilterAsync(candidates.Reader)));
    }

    private async Task<PrimeTally> FilterAsync(ChannelReader<int> candidates)
    {
        using var unit = Units.Enter();
        var segment = NewSegment();
        (ChannelWriter<int> Candidates, Task<PrimeTally> Found)? next = null;
        await foreach (var candidate in candidates.ReadAllAsync())
        {
            if (segment.PassesOn(candidate))
            {
                next ??= Start();
                next.Value.Candidates.TryWrite(candidate);
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
