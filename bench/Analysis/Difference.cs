namespace Bench.Analysis;

/// <summary>What paired rounds say of a ratio, before better and worse are known.</summary>
public enum Difference
{
    Undecided,

    /// <summary>Within the margin.</summary>
    Negligible,
    Higher,
    Lower,
}
