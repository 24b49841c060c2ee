namespace Bench.Measurement.Tracing;

/// <summary>What a unit's time went to, nanoseconds.</summary>
/// <param name="Work">In steps of the workload.</param>
/// <param name="Backend">Waiting for the backend's answer.</param>
/// <param name="Waking">From the answer until the unit went on.</param>
internal readonly record struct UnitSums(long Work, long Backend, long Waking)
{
    public UnitSums Plus(UnitSums other) =>
        new(Work + other.Work, Backend + other.Backend, Waking + other.Waking);

    public UnitSums Minus(UnitSums other) =>
        new(Work - other.Work, Backend - other.Backend, Waking - other.Waking);
}
