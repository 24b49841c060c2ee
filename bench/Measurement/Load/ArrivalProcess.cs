namespace Bench.Measurement.Load;

/// <summary>How an open loop spaces its arrivals.</summary>
public enum ArrivalProcess
{
    /// <summary>Evenly spaced.</summary>
    Constant,

    /// <summary>Exponential gaps: independent callers.</summary>
    Poisson,
}
