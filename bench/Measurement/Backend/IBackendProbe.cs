namespace Bench.Measurement.Backend;

/// <summary>Tells whether a real backend can be used here: one type of its assembly, with a constructor without parameters.</summary>
public interface IBackendProbe
{
    /// <summary>True when it needs to be told where its server is.</summary>
    bool TakesAddress { get; }

    /// <summary>Why it cannot be used here, in one line that says what to do next; null when it can.</summary>
    /// <param name="limit">Calls that it would get at once.</param>
    string? WhyNot(int limit);
}
