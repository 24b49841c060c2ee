namespace Bench.Analysis;

/// <summary>What a metric's values are measured in.</summary>
public enum Unit
{
    /// <summary>A plain number of things.</summary>
    Count,
    Nanoseconds,
    Microseconds,
    Milliseconds,
    Seconds,
    Bytes,

    /// <summary>Operations (or other things) per second.</summary>
    PerSecond,

    /// <summary>A share, 0…1, printed in percent.</summary>
    Fraction,
}
