namespace Bench.Results;

/// <summary>What one process of an arm did.</summary>
/// <param name="Round">Round, from 1: arms are compared within it.</param>
/// <param name="Position">Place in the round's drawn order, from 1.</param>
/// <param name="OperationsPerSecond">Operations a second of the window; 0 where it left none.</param>
/// <param name="Operations">Operations in the window.</param>
/// <param name="ProcessorSeconds">User and system time of the process in the window, less the measuring side's.</param>
/// <param name="AllocatedBytesPerOperation">Managed bytes allocated; null where not told.</param>
/// <param name="InvalidBecause">Why it enters no figure; empty when it does.</param>
/// <param name="MachineNoise">What else the machine did meanwhile.</param>
public sealed record FloorLaunch(
    int Round,
    int Position,
    double OperationsPerSecond,
    long Operations,
    double ProcessorSeconds,
    double? AllocatedBytesPerOperation,
    IReadOnlyList<string> InvalidBecause,
    MachineNoise MachineNoise
)
{
    /// <summary>The part of a sample that floors need.</summary>
    public static FloorLaunch Of(Sample sample, int position) =>
        new(
            sample.Round,
            position,
            sample.ThroughputPerSecond,
            sample.Operations.Completed,
            sample.ProcessorSeconds,
            sample.MemoryBytes.AllocatedPerOperation,
            sample.InvalidBecause,
            sample.MachineNoise
        );
}
