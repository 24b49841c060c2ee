namespace Bench.Measurement.Faults;

/// <summary>One numbered write on its way.</summary>
/// <param name="number">Its number, which is its idempotency key, too.</param>
/// <param name="key">What it is meant for.</param>
/// <param name="intendedAt">When it was meant to be sent, nanoseconds.</param>
internal sealed class Write(long number, int key, long intendedAt)
{
    public long Number => number;

    public int Key => key;

    public long IntendedAt => intendedAt;

    /// <summary>When it was first acknowledged, nanoseconds; null until then.</summary>
    public long? AcknowledgedAt { get; set; }

    /// <summary>True when it is not sent again although it was not acknowledged.</summary>
    public bool IsGivenUp { get; set; }

    /// <summary>How often it was sent.</summary>
    public int Attempts { get; set; }

    /// <summary>How often the cluster said that it did nothing.</summary>
    public int Refusals { get; set; }

    /// <summary>True when every attempt was refused: then it is certain that it was not done.</summary>
    public bool IsRefused => AcknowledgedAt is null && Refusals >= Attempts;
}
