namespace Bench.Results;

/// <summary>One operation from beginning to end. Times are nanoseconds from the start of the first of its sample's operations.</summary>
/// <param name="Number">Its number in the load.</param>
/// <param name="From">When it was meant to start.</param>
/// <param name="Until">When it ended.</param>
/// <param name="Spans">What was done for it, by time; between them it waited.</param>
public sealed record TracedOperation(long Number, long From, long Until, IReadOnlyList<TracedSpan> Spans);
