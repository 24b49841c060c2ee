namespace Bench.Workloads;

/// <summary>The prices that an instrument may have: ticks from 0.</summary>
public static class PriceLadder
{
    /// <summary>Number of prices.</summary>
    public const int Ticks = 2_000;

    /// <summary>The price around which orders come; it does not move.</summary>
    public const int Middle = Ticks / 2;
}
