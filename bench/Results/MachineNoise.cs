namespace Bench.Results;

/// <summary>What else the machine did during the window; null where the system does not tell.</summary>
public sealed record MachineNoise
{
    /// <summary>Largest share of processor time that the hypervisor may give to others without disturbing a sample.</summary>
    public const double MostStolen = 0.02;

    /// <summary>Largest share of the machine's processors that other processes may use without disturbing a sample.</summary>
    public const double MostOtherLoad = 0.10;

    /// <summary>Share of all processor time that the hypervisor gave to others, 0…1.</summary>
    public double? StealFraction { get; init; }

    /// <summary>Processors' worth of load by other processes.</summary>
    public double? OtherLoadProcessors { get; init; }
}
