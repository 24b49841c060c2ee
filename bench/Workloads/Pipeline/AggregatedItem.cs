namespace Bench.Workloads;

/// <summary>An item that has been added to its key's total.</summary>
/// <param name="OfferedAt">When it was offered to the first stage, nanoseconds.</param>
/// <param name="Number">Index of the item.</param>
/// <param name="Digest">Fingerprint of the work done on it so far.</param>
public sealed record AggregatedItem(long OfferedAt, int Number, ulong Digest);
