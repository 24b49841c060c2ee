namespace Bench.Results;

/// <summary>How long a launch is loaded, ms.</summary>
/// <param name="WarmUpMilliseconds">Load before anything counts.</param>
/// <param name="MeasuredMilliseconds">Length of the counted window.</param>
public sealed record CapacityWindow(int WarmUpMilliseconds, int MeasuredMilliseconds);
