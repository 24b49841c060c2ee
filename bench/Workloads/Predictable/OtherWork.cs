namespace Bench.Workloads;

/// <summary>What one unit does beside the ticks until it is told to stop. One unit at a time uses it.</summary>
/// <param name="rounds">Work of one piece, rounds of mixing.</param>
public sealed class OtherWork(int rounds)
{
    private ulong _digest;
    private long _pieces;
    private volatile bool _isStopped;

    /// <summary>Pieces done.</summary>
    public long Pieces => Volatile.Read(ref _pieces);

    /// <summary>Does one more piece, or returns false: the work is over.</summary>
    public bool TryDoPiece()
    {
        if (_isStopped)
        {
            return false;
        }

        _digest = PipelineKernel.Work(_digest, rounds);
        Volatile.Write(ref _pieces, _pieces + 1);
        return true;
    }

    internal void Stop() => _isStopped = true;
}
