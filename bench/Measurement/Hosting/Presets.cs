namespace Bench.Measurement.Hosting;

/// <summary>The sizes of a run that a configuration takes part in.</summary>
[Flags]
public enum Presets
{
    None = 0,

    /// <summary>Seconds: does everything work?</summary>
    Smoke = 1,

    /// <summary>Minutes: a first answer.</summary>
    Quick = 2,

    /// <summary>An hour or so: an answer to rely on.</summary>
    Standard = 4,

    /// <summary>Everything, hours.</summary>
    Full = 8,

    /// <summary>The workloads of the Savina suite with its own default parameters.</summary>
    Savina = 16,
}
