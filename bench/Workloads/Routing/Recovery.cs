namespace Bench.Workloads;

/// <summary>How a handler that had failed was replaced.</summary>
/// <param name="Fault">What it failed on.</param>
/// <param name="BrokenAt">When it began the event that it failed on, nanoseconds.</param>
/// <param name="ReadyAt">When another one was in its place, nanoseconds.</param>
/// <param name="FirstServed">The event that was served first after that; null when none was.</param>
internal sealed record Recovery(HandlerFault Fault, long BrokenAt, long ReadyAt, CallEvent? FirstServed)
{
    /// <summary>
    /// Nanoseconds from the fault until the first event after it had been served, less the time that the one who was ready to
    /// serve had nothing to do; null when none was served.
    /// </summary>
    public long? Took(CallBooks books, IReadOnlyList<long> dueAt) =>
        FirstServed is { Number: var first } && books.EndedAt(first) is { } servedAt
            ? servedAt - BrokenAt - Math.Max(0, dueAt[first] - ReadyAt)
            : null;
}
