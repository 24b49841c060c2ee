namespace Bench.Results;

/// <summary>What a case of a capacity search is for.</summary>
public static class CaseStage
{
    /// <summary>A short window, to find about where the capacity lies.</summary>
    public const string Search = "search";

    /// <summary>A longer window, one of several launches that the capacity is estimated from.</summary>
    public const string Confirm = "confirm";

    /// <summary>Load beyond the capacity for a while, then a low one.</summary>
    public const string Overload = "overload";
}
