namespace Bench.Workloads;

/// <summary>What goes round the ring.</summary>
/// <param name="HopsLeft">Hops that it has still to make; the unit that has it with 0 keeps it.</param>
public readonly record struct RingToken(int HopsLeft)
{
    /// <summary>No token of a game: tells a unit, where a model needs to, that there will be none any more.</summary>
    public static RingToken End => new(-1);

    /// <summary>True for <see cref="End"/>.</summary>
    public bool IsEnd => HopsLeft < 0;
}
