namespace Bench.Workloads;

/// <summary>Where items end. Not safe for several units at once: that is the model's part.</summary>
/// <param name="items">Number of items.</param>
public sealed class PipelineOutput(int items)
{
    private readonly int[] _times = new int[items];

    /// <summary>How often each item was written.</summary>
    public IReadOnlyList<int> Times => _times;

    /// <summary>Sum of what was written, modulo 2⁶⁴, so that the order does not matter.</summary>
    public ulong Checksum { get; private set; }

    /// <summary>Writes the item.</summary>
    public void Write(AggregatedItem item, int rounds)
    {
        _times[item.Number]++;
        Checksum += PipelineKernel.Work(item.Digest, rounds);
    }
}
