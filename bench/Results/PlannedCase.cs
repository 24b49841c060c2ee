namespace Bench.Results;

/// <summary>One case of a plan, as kept in the manifest.</summary>
public sealed record PlannedCase
{
    public required string Case { get; init; }

    /// <summary>0 for the case itself, 1 for its second copy in the A/A arm.</summary>
    public int Replica { get; init; }

    public required string Workload { get; init; }
    public required string Model { get; init; }
    public required string Variant { get; init; }
    public required string Terms { get; init; }
    public required ParameterSet Parameters { get; init; }
    public required ParameterSet Configuration { get; init; }

    /// <summary>Seconds after which the watchdog ends the process.</summary>
    public required double LimitSeconds { get; init; }

    /// <summary>Path in the repository of the lane's source file, with forward slashes.</summary>
    public string Source { get; init; } = "";

    /// <summary>Tells this case from its copy: the id, with <c>#2</c> for the copy.</summary>
    public string Key => Replica == 0 ? Case : $"{Case}#{Replica + 1}";
}
