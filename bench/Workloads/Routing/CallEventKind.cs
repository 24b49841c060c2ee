namespace Bench.Workloads;

/// <summary>What an event means for its call.</summary>
public enum CallEventKind
{
    /// <summary>The call begins: from here on its handler keeps state for it.</summary>
    Setup,

    /// <summary>The call's state changes.</summary>
    Update,

    /// <summary>The call is over.</summary>
    HangUp,
}
