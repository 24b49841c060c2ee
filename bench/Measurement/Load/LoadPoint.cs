namespace Bench.Measurement.Load;

/// <summary>A load to be put on a workload, and for how long.</summary>
/// <param name="Load">Offered load: a number of users or a rate per second.</param>
/// <param name="Spike">Load in the middle third of the window; 0 for the same load all the time.</param>
/// <param name="WarmUpMilliseconds">Load before anything counts, ms.</param>
/// <param name="MeasuredMilliseconds">Length of the counted window, ms.</param>
public sealed record LoadPoint(int Load, int Spike, int WarmUpMilliseconds, int MeasuredMilliseconds);
