namespace Bench.Measurement.Backend;

/// <summary>One call on its way through the device.</summary>
internal abstract class BackendCall
{
    public long ArrivedAt { get; set; }
    public long ServiceNanoseconds { get; set; }

    /// <summary>Tells the caller; runs on the timer thread and must return at once.</summary>
    public abstract void Answer();
}
