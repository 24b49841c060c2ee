namespace Bench.Workloads;

/// <summary>An event of the stream.</summary>
/// <param name="Number">Its place in the stream, from 0.</param>
/// <param name="DueAt">When it was to be published, nanoseconds.</param>
/// <param name="Connections">Subscribers 0 … Connections − 1 are connected and get it.</param>
public sealed record StreamEvent(int Number, long DueAt, int Connections);
