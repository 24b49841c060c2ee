namespace Bench.Workloads;

/// <summary>A moment at which an event had been put into a subscriber's buffer, or been dropped on its way there.</summary>
/// <param name="Number">Number of the event.</param>
/// <param name="At">The moment, nanoseconds.</param>
/// <param name="Dropped">Events dropped for the subscriber so far.</param>
internal readonly record struct BufferOffer(int Number, long At, int Dropped);
