namespace Bench.Results;

/// <summary>What a capacity run looks for. Its cases are added to the plan as the searches go.</summary>
public sealed record CapacityPlan
{
    /// <summary>The service level that a load must be served at, as <c>--slo</c> gave it.</summary>
    public required string Slo { get; init; }

    /// <summary>Ratio of neighbouring loads, less 1.</summary>
    public required double Resolution { get; init; }

    /// <summary>Launches on the longer window that each capacity rests on.</summary>
    public required int Launches { get; init; }

    /// <summary>Launches of each overload.</summary>
    public required int OverloadLaunches { get; init; }

    /// <summary>Load during the overload, in capacities.</summary>
    public required double OverloadFactor { get; init; }

    /// <summary>Load before and after the overload, in capacities.</summary>
    public required double RestFactor { get; init; }

    public required CapacityWindow Search { get; init; }
    public required CapacityWindow Confirm { get; init; }

    /// <summary>Rest, overload and rest again take a third of it each.</summary>
    public required CapacityWindow Overload { get; init; }

    public required List<CapacityTarget> Targets { get; init; }
}
