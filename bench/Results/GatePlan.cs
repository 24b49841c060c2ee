namespace Bench.Results;

/// <summary>Which two builds a run holds against each other, and what is allowed.</summary>
public sealed record GatePlan
{
    /// <summary>The build that is compared with: its cases are those with a <see cref="PlannedCase.Build"/>.</summary>
    public required GateSide Base { get; init; }

    /// <summary>The build that is judged.</summary>
    public required GateSide Head { get; init; }

    /// <summary>Largest relative loss that is allowed; 0.05 allows 5 %.</summary>
    public required double Margin { get; init; }

    /// <summary>True when the verdicts are advice: the exit code is then 0 whatever they are.</summary>
    public bool Advisory { get; init; }

    /// <summary>
    /// Fingerprint of the programs of this tree, when it is one of the two: a run that goes on with others would mix
    /// three builds. Null otherwise.
    /// </summary>
    public string? Programs { get; init; }

    /// <summary>Why these cases were chosen, a line each, for a reader.</summary>
    public List<string> Why { get; init; } = [];

    /// <summary>Chosen cases that cannot be compared.</summary>
    public List<OmittedCase> Omitted { get; init; } = [];

    /// <summary>What else a reader must know of the two builds.</summary>
    public List<string> Notes { get; init; } = [];
}
