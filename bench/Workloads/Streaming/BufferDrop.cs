namespace Bench.Workloads;

/// <summary>An event that was dropped for a subscriber.</summary>
/// <param name="Event">The event.</param>
/// <param name="OffersBefore">Events that had been offered before the one whose arrival made it drop.</param>
internal readonly record struct BufferDrop(StreamEvent Event, int OffersBefore);
