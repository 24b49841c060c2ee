namespace Bench.Workloads;

/// <summary>An item as it enters the pipeline.</summary>
/// <param name="OfferedAt">When it was offered to the first stage, nanoseconds.</param>
/// <param name="Text">Number, key and quantity, separated by semicolons, in UTF-8.</param>
public sealed record RawItem(long OfferedAt, ReadOnlyMemory<byte> Text);
