namespace Bench.Workloads;

/// <summary>An item that has been parsed.</summary>
/// <param name="OfferedAt">When it was offered to the first stage, nanoseconds.</param>
/// <param name="Number">Index of the item.</param>
/// <param name="Key">What it is aggregated by.</param>
/// <param name="Quantity">Pieces.</param>
/// <param name="Digest">Fingerprint of the work done on it so far.</param>
public sealed record ParsedItem(long OfferedAt, int Number, int Key, int Quantity, ulong Digest);
