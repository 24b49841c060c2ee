namespace Bench.Workloads;

/// <summary>
/// The primes that one unit of the chain keeps. Candidates have to come in ascending order, one at a time. As in Savina each
/// is divided by all primes kept, not only by those up to its root: that is the work there is to share out.
/// </summary>
/// <param name="capacity">Most primes that it keeps.</param>
public sealed class PrimeSegment(int capacity)
{
    private readonly int[] _primes = new int[capacity];
    private int _count;
    private long _sum;
    private long _sifted;

    /// <summary>What it has found.</summary>
    public PrimeTally Tally => new(_count, _sum, _sifted, Segments: 1);

    /// <summary>Divides the candidate, and keeps it if nothing divides it and there is room.</summary>
    /// <returns>True when nothing divides it and there is no room: it belongs to the next in the chain.</returns>
    public bool PassesOn(int candidate)
    {
        _sifted++;
        foreach (var prime in _primes.AsSpan(0, _count))
        {
            if (candidate % prime == 0)
            {
                return false;
            }
        }

        if (_count == capacity)
        {
            return true;
        }

        _primes[_count++] = candidate;
        _sum += candidate;
        return false;
    }
}
