using Bench.Results;

namespace Bench.Analysis.Floors;

/// <summary>What one operation costs in an arm.</summary>
/// <param name="Name">The lane, or the form's id.</param>
/// <param name="Primitive">What a form hands over with; null for a lane.</param>
/// <param name="PublicCode">The public code whose form it has; null for a lane.</param>
/// <param name="Source">Path of its code in this repository.</param>
/// <param name="Nanoseconds">Wall time per operation with its 95 % interval; null without a valid launch.</param>
/// <param name="Processors">Processors that it keeps busy, mean of the launches; null without a valid launch.</param>
/// <param name="AllocatedBytes">Managed bytes per operation, mean of the launches; null without a valid launch.</param>
public sealed record ArmCost(
    string Name,
    string? Primitive,
    string? PublicCode,
    string Source,
    Estimate? Nanoseconds,
    double? Processors,
    double? AllocatedBytes
)
{
    /// <summary>The costs of an arm.</summary>
    public static ArmCost Of(FloorArm arm)
    {
        var valid = Valid(arm);
        return new(
            arm.Name,
            arm.Primitive,
            arm.PublicCode,
            arm.Source,
            valid.Count == 0 ? null : LaunchEstimate.Of([.. valid.Select(Cost)]),
            valid.Count == 0
                ? null
                : valid.Average(launch =>
                    launch.ProcessorSeconds * launch.OperationsPerSecond / launch.Operations
                ),
            valid.Count == 0 ? null : valid.Average(launch => launch.AllocatedBytesPerOperation)
        );
    }

    /// <summary>Nanoseconds per operation by round, of the valid launches.</summary>
    internal static IReadOnlyDictionary<int, double> ByRound(FloorArm arm) =>
        Valid(arm).ToDictionary(launch => launch.Round, Cost);

    private static List<FloorLaunch> Valid(FloorArm arm) =>
        [
            .. arm.Launches.Where(launch =>
                launch is { InvalidBecause.Count: 0, OperationsPerSecond: > 0, Operations: > 0 }
            ),
        ];

    private static double Cost(FloorLaunch launch) => 1e9 / launch.OperationsPerSecond;
}
