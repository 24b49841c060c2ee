namespace Bench.Results;

/// <summary>One of the two builds of a gate.</summary>
public sealed record GateSide
{
    /// <summary>What the user called it, such as <c>HEAD~1</c>, <c>this tree</c> or <c>runtime 10.0.1</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Commit that it was built from; of this tree with <c>+changes</c> when that has some; null when it is not known.</summary>
    public string? Commit { get; init; }

    /// <summary>True for the checkout that measures, false for a commit that was built apart.</summary>
    public bool ThisTree { get; init; }

    /// <summary>Version of the runtime that its programs were started with; null for the one that they ask for.</summary>
    public string? Runtime { get; init; }

    /// <summary>Packages that it was built with in another version than its commit says.</summary>
    public SortedDictionary<string, string> Packages { get; init; } = [];
}
