namespace Bench.Measurement.Load;

/// <summary>When a load runs and which part of it counts; nanoseconds of the generator's clock.</summary>
/// <param name="CountFrom">Operations intended from here on are counted; before is warm-up.</param>
/// <param name="Until">No operation is issued from here on.</param>
/// <param name="Deadline">Latest time for an answer after the intended start.</param>
/// <param name="Grace">How long after <paramref name="Until"/> answers are awaited.</param>
public sealed record LoadWindow(long CountFrom, long Until, TimeSpan Deadline, TimeSpan Grace);
