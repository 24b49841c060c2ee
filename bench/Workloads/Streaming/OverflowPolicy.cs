namespace Bench.Workloads;

/// <summary>What happens to an event for a subscriber whose buffer is full.</summary>
public enum OverflowPolicy
{
    /// <summary>The publisher waits for room, and everybody with it.</summary>
    Wait,

    /// <summary>The oldest event that waits makes room for it.</summary>
    DropOldest,

    /// <summary>The event itself is dropped.</summary>
    DropNewest,
}
