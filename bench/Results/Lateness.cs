namespace Bench.Results;

/// <summary>How late the generator issued operations after their intended start, nanoseconds.</summary>
public sealed record Lateness(double P99, double Max);
