using Bench.Measurement.Tracing;

namespace Bench.Measurement.Backend;

/// <summary>One call on its way through the device.</summary>
internal abstract class BackendCall
{
    public long ArrivedAt { get; set; }
    public long ServiceNanoseconds { get; set; }
    public long AnsweredAt { get; set; }

    /// <summary>Who is told when the caller goes on; null in a case that is not traced.</summary>
    public Tracer? Tracer { get; set; }

    /// <summary>The unit that waits for the answer, where that is known.</summary>
    public TracedUnit? Unit { get; set; }

    /// <summary>Number of the operation that it is made for; −1 when not known.</summary>
    public long Operation { get; set; }

    /// <summary>Tells the caller; runs on the timer thread and must return at once.</summary>
    public abstract void Answer();

    /// <summary>The caller goes on.</summary>
    protected void GoOn()
    {
        if (Tracer is { } tracer)
        {
            tracer.GoesOn(this);
            (Tracer, Unit) = (null, null);
        }
    }
}
