using Bench.Results;

namespace Bench.Analysis.Decisions;

/// <summary>One way to do it: a model, its variant, and the terms that configure it.</summary>
/// <param name="Case">The case that measures it at the load asked for.</param>
/// <param name="AlikeOnBothTerms">True when it is configured as told, too, so that it stands for both.</param>
/// <param name="OutOfReach">Why it cannot be offered that load here; null when it can.</param>
public sealed record Option(PlannedCase Case, bool AlikeOnBothTerms = false, string? OutOfReach = null)
{
    private const string Equal = "equal";

    /// <summary>False for one configured as the article tells it, which is no fair rival: more than the model differs.</summary>
    public bool IsOnEqualTerms => Case.Terms == Equal;

    /// <summary>Model, with the variant unless it is the default, and <c>as told</c> where it is.</summary>
    public string Name => VariantName.Of(Case.Model, Case.Variant, "/") + (IsOnEqualTerms ? "" : " as told");
}
