using Bench.Analysis.Decisions;

namespace Bench.Cli.Json;

/// <summary>Capacity of an option and its ratio to the load asked for, in <c>decision.json</c>.</summary>
internal sealed record DecidedHeadroom(
    string State,
    double? Capacity,
    double? CapacityLow,
    double? CapacityHigh,
    double? Ratio,
    double? Low,
    double? High,
    string LimitedBy,
    int Launches,
    int? HighestKept
)
{
    public static DecidedHeadroom Of(Headroom room) =>
        new(
            char.ToLowerInvariant(room.State.ToString()[0]) + room.State.ToString()[1..],
            room.Capacity,
            room.CapacityLow,
            room.CapacityHigh,
            room.Ratio,
            room.Low,
            room.High,
            room.LimitedBy,
            room.Launches,
            room.HighestKept
        );
}
