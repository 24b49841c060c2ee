using Bench.Results;

namespace Bench.Measurement.Hosting;

/// <summary>A sample without figures: what is known of a process that did not deliver one itself.</summary>
internal static class FailedSample
{
    public static Sample Of(PlannedCase planned, string status, string reason) =>
        EmptySample.Of(planned) with
        {
            Status = status,
            StartedAt = DateTimeOffset.UtcNow,
            Valid = false,
            InvalidBecause = [reason],
        };
}
