namespace Bench.Analysis.Capacity;

/// <summary>Loads in steps of equal ratio, whole numbers: the rungs that a search climbs.</summary>
/// <param name="start">Load of rung 0.</param>
/// <param name="resolution">Ratio of neighbouring rungs, less 1.</param>
public sealed class Ladder(int start, double resolution)
{
    /// <summary>Below this, whole numbers are too coarse for the ratio.</summary>
    private const int LowestLoad = 40;

    private const int HighestLoad = 500_000;

    /// <summary>Distance of neighbouring rungs in the logarithm.</summary>
    public double Step { get; } = Math.Log(1 + resolution);

    public int Lowest => Rung(Math.Min(start, LowestLoad));

    public int Highest => Rung(HighestLoad);

    /// <summary>The load of a rung.</summary>
    public int Load(int rung) => (int)Math.Round(start * Math.Exp(rung * Step));

    /// <summary>The rung nearest to a load.</summary>
    public int Rung(double load) => (int)Math.Round(Math.Log(load / start) / Step);
}
