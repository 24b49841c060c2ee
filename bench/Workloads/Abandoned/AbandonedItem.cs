namespace Bench.Workloads;

/// <summary>What flows through a job's pipeline.</summary>
/// <param name="Number">Its place in the job, from 0.</param>
/// <param name="Value">What the stages make of it.</param>
/// <param name="Payload">What it holds as long as anybody holds it.</param>
public sealed record AbandonedItem(int Number, ulong Value, byte[] Payload);
