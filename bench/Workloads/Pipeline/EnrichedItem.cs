namespace Bench.Workloads;

/// <summary>An item whose price has been looked up.</summary>
/// <param name="OfferedAt">When it was offered to the first stage, nanoseconds.</param>
/// <param name="Number">Index of the item.</param>
/// <param name="Key">What it is aggregated by.</param>
/// <param name="Cents">Quantity times the key's price.</param>
/// <param name="Digest">Fingerprint of the work done on it so far.</param>
public sealed record EnrichedItem(long OfferedAt, int Number, int Key, long Cents, ulong Digest);
