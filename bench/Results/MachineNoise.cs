namespace Bench.Results;

/// <summary>What else the machine did during the window; null where the system does not tell.</summary>
public sealed record MachineNoise
{
    /// <summary>Share of all processor time that the hypervisor gave to others, 0…1.</summary>
    public double? StealFraction { get; init; }

    /// <summary>Processors' worth of load by other processes.</summary>
    public double? OtherLoadProcessors { get; init; }
}
