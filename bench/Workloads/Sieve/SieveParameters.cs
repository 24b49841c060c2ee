namespace Bench.Workloads;

/// <summary>Parameters of <see cref="Sieve"/>; the first two are Savina's.</summary>
public sealed record SieveParameters
{
    /// <summary>Primes below this are found.</summary>
    public int Limit { get; init; } = 100_000;

    /// <summary>Most primes that a unit keeps; when it has these, what it cannot divide goes to the next unit.</summary>
    public int PrimesPerUnit { get; init; } = 1_000;

    /// <summary>An iteration sieves again and again for at least this long, ms.</summary>
    public int SieveMilliseconds { get; init; } = 300;
}
