namespace Bench.Analysis.Backends;

/// <summary>What becomes of the order of two models when the simulated backend is replaced by a real one.</summary>
public enum OrderChange
{
    /// <summary>On one of the two no order is shown: nothing can be said.</summary>
    NotShown,

    /// <summary>The same on both: one is better, or they are equivalent.</summary>
    Stays,

    /// <summary>The better one is the worse one there.</summary>
    Turns,

    /// <summary>One is better on the simulated backend, and they are equivalent on the real one.</summary>
    Closes,

    /// <summary>They are equivalent on the simulated backend, and one is better on the real one.</summary>
    Opens,
}
