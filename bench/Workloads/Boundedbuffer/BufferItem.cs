namespace Bench.Workloads;

/// <summary>What goes through the buffer.</summary>
/// <param name="Producer">Who made it.</param>
/// <param name="Number">Its place among the producer's items of the game, from 0.</param>
/// <param name="Value">What the producer's work has come to.</param>
/// <param name="OfferedAt">When it was made, nanoseconds: a wait for room comes after.</param>
public readonly record struct BufferItem(int Producer, int Number, ulong Value, long OfferedAt);
