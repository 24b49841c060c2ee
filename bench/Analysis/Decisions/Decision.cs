namespace Bench.Analysis.Decisions;

/// <summary>A requirement, the options, and what the evidence makes of them.</summary>
public sealed record Decision
{
    public required Requirement Requirement { get; init; }
    public required DecisionOutcome Outcome { get; init; }

    /// <summary>Every option: on equal terms first, then as told.</summary>
    public required IReadOnlyList<OptionEvidence> Options { get; init; }

    /// <summary>The option that is the answer, or would be as far as is known; null when none keeps the requirement.</summary>
    public required OptionEvidence? Chosen { get; init; }

    /// <summary>Those that keep the requirement and are not shown to be dearer than the chosen one.</summary>
    public required IReadOnlyList<OptionEvidence> Tied { get; init; }

    /// <summary>Those that would be the answer if they were shown to keep the requirement, which is open.</summary>
    public required IReadOnlyList<OptionEvidence> Open { get; init; }

    /// <summary>When no option keeps the requirement, the one that comes nearest: by its capacity, else by its worst objective.</summary>
    public required OptionEvidence? Nearest { get; init; }

    /// <summary>The option that costs are held against: the chosen one; without it the cheapest of those that are open, else the nearest.</summary>
    public required OptionEvidence? Reference { get; init; }

    /// <summary>What options cost beside <see cref="Reference"/>, the cheapest first.</summary>
    public required IReadOnlyList<Score> Scores { get; init; }

    /// <summary>The criteria that scores are made of.</summary>
    public required IReadOnlyList<Criterion> Criteria { get; init; }

    /// <summary>Criteria with a weight of which some option has no figure: they count nothing.</summary>
    public required IReadOnlyList<Criterion> LeftOut { get; init; }

    public required IReadOnlyList<WeightSensitivity> Weights { get; init; }
    public required IReadOnlyList<ThresholdSensitivity> Thresholds { get; init; }

    /// <summary>Where the order of two options along the load was looked for, in runs at several loads.</summary>
    public required IReadOnlyList<CrossoverAnalysis> Crossovers { get; init; }

    /// <summary>The launches at the load asked for, pooled.</summary>
    public required RunAnalysis Pool { get; init; }

    /// <summary>True when there is an answer; that nobody keeps the requirement is one.</summary>
    public bool IsDecided => Outcome != DecisionOutcome.Inconclusive;

    /// <summary>Options that nothing is known of yet that would decide, by what is open.</summary>
    public IEnumerable<OptionEvidence> Undecided =>
        Options.Where(option => option.State == OptionState.Undecided);
}
