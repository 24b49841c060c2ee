namespace Bench.Analysis.Claims;

/// <summary>The words for terms.</summary>
public static class ClaimTerms
{
    public const string Told = "told";
    public const string Equal = "equal";
}
