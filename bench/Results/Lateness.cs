namespace Bench.Results;

/// <summary>How late the generator issued operations after their intended start, nanoseconds.</summary>
/// <param name="P99">All but one in a hundred were issued within this.</param>
/// <param name="Max">The latest.</param>
/// <param name="Mean">On average; null where the generator does not tell.</param>
public sealed record Lateness(double P99, double Max, double? Mean = null);
