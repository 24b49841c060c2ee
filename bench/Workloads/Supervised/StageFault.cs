namespace Bench.Workloads;

/// <summary>Why a stage could not do its work on an item.</summary>
public enum StageFault
{
    None,

    /// <summary>It passes when tried again.</summary>
    Transient,

    /// <summary>The item is at fault: no trying helps.</summary>
    Permanent,

    /// <summary>The stage's backend is down, for every item.</summary>
    Outage,
}
