namespace Bench.Results;

/// <summary>What an arm of <see cref="FloorTrials"/> is.</summary>
public static class FloorRole
{
    /// <summary>A lane of the suite, its operations checked and counted but not timed one by one, as the forms' are.</summary>
    public const string Lane = "lane";

    /// <summary>The same lane as every run measures it, each operation timed and recorded.</summary>
    public const string Recorded = "recorded";

    /// <summary>A public benchmark's way of doing the same.</summary>
    public const string Form = "form";

    /// <summary>A model's bare primitive.</summary>
    public const string Primitive = "primitive";
}
