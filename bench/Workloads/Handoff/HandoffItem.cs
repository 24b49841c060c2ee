namespace Bench.Workloads;

/// <summary>What is handed on.</summary>
/// <param name="Burst">Number of its burst.</param>
/// <param name="Producer">Who offered it.</param>
/// <param name="Number">Its place among the producer's items of the burst, from 0.</param>
/// <param name="OfferedAt">When the producer turned to it, nanoseconds: a wait for room comes after. 0 where items are not timed.</param>
public readonly record struct HandoffItem(int Burst, int Producer, int Number, long OfferedAt);
