namespace Bench.Workloads;

/// <summary>How the load changes within the counted window.</summary>
public enum LoadChange
{
    /// <summary>The same all the time.</summary>
    None,

    /// <summary>Another one from the middle of the window on.</summary>
    Step,

    /// <summary>In a straight line, from the window's beginning to its end.</summary>
    Ramp,

    /// <summary>Another one in the middle third of the window.</summary>
    Spike,
}
