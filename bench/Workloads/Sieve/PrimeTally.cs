namespace Bench.Workloads;

/// <summary>What a part of the chain has done.</summary>
/// <param name="Primes">Primes found.</param>
/// <param name="Sum">Their sum.</param>
/// <param name="Sifted">Candidates that came to its segments; one that is passed on counts once for each segment.</param>
/// <param name="Segments">Its segments.</param>
public readonly record struct PrimeTally(long Primes, long Sum, long Sifted, long Segments)
{
    /// <summary>Two parts together.</summary>
    public static PrimeTally operator +(PrimeTally left, PrimeTally right) => Add(left, right);

    /// <summary>Two parts together.</summary>
    public static PrimeTally Add(PrimeTally left, PrimeTally right) =>
        new(
            left.Primes + right.Primes,
            left.Sum + right.Sum,
            left.Sifted + right.Sifted,
            left.Segments + right.Segments
        );

    /// <summary>The sequential oracle: the sieve of Eratosthenes, which divides nothing.</summary>
    internal static PrimeTally Of(SieveParameters parameters)
    {
        var segmentOf = new int[parameters.Limit];
        var tally = default(PrimeTally);
        for (var number = 2; number < parameters.Limit; number++)
        {
            if (segmentOf[number] == 0)
            {
                var segment = 1 + (int)(tally.Primes / parameters.PrimesPerUnit);
                Mark(segmentOf, number, segment);
                tally += new PrimeTally(Primes: 1, number, Sifted: 0, Segments: segment - tally.Segments);
            }

            // A candidate gets as far as the segment that keeps its smallest factor.
            var isCandidate = number == 2 || number % 2 == 1;
            tally += new PrimeTally(Primes: 0, Sum: 0, isCandidate ? segmentOf[number] : 0, Segments: 0);
        }

        return tally;
    }

    private static void Mark(int[] segmentOf, int prime, int segment)
    {
        for (long multiple = prime; multiple < segmentOf.Length; multiple += prime)
        {
            if (segmentOf[multiple] == 0)
            {
                segmentOf[multiple] = segment;
            }
        }
    }
}
