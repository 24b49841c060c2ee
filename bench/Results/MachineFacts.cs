namespace Bench.Results;

/// <summary>The machine and runtime that a run was measured on.</summary>
public sealed record MachineFacts
{
    public required string Processor { get; init; }
    public required int LogicalProcessors { get; init; }
    public required long MemoryBytes { get; init; }
    public required string OperatingSystem { get; init; }
    public required string Architecture { get; init; }

    /// <summary>Name of the hypervisor, or null on bare metal or where it is not told.</summary>
    public string? Hypervisor { get; init; }

    /// <summary>Processors allowed by the container's quota, or null without one.</summary>
    public double? ProcessorQuota { get; init; }

    /// <summary>Memory allowed by the container, bytes, or null without a limit.</summary>
    public long? MemoryLimitBytes { get; init; }

    public required string Runtime { get; init; }
    public required string GarbageCollector { get; init; }
    public required int ThreadPoolMinimumThreads { get; init; }

    /// <summary>Cost of one clock reading, nanoseconds.</summary>
    public required double ClockNanoseconds { get; init; }

    /// <summary>Everything that was looked at before measuring; empty in runs older than the checks.</summary>
    /// <remarks>As with every field that is younger than the schema: older files lack it, and the generated reader then gives null.</remarks>
    public List<MachineCheck> Checks
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Those of the checks that make figures less trustworthy here, as text.</summary>
    public List<string> Warnings { get; init; } = [];

    /// <summary>Identifies the kind of machine; runs with different fingerprints do not compare.</summary>
    public required string Fingerprint { get; init; }
}
