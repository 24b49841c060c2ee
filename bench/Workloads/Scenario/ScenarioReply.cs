namespace Bench.Workloads;

/// <summary>What the caller is told.</summary>
/// <param name="Key">The key that was updated.</param>
/// <param name="Count">Its updates so far, this one included.</param>
public readonly record struct ScenarioReply(int Key, long Count);
