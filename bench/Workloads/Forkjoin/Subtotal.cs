namespace Bench.Workloads;

/// <summary>What a unit returns to the one that forked it.</summary>
/// <param name="Sum">Sum of its leaves.</param>
/// <param name="Units">Units that took part, itself included.</param>
public readonly record struct Subtotal(long Sum, long Units)
{
    /// <summary>What a unit that forks adds by itself.</summary>
    public static Subtotal OfForkingUnit => new(Sum: 0, Units: 1);

    /// <summary>Two parts together.</summary>
    public static Subtotal operator +(Subtotal left, Subtotal right) => Add(left, right);

    /// <summary>Two parts together.</summary>
    public static Subtotal Add(Subtotal left, Subtotal right) =>
        new(left.Sum + right.Sum, left.Units + right.Units);
}
