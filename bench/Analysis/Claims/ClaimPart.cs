namespace Bench.Analysis.Claims;

/// <summary>One comparison with one threshold; a claim has one or more.</summary>
public sealed record ClaimPart
{
    public required string Title { get; init; }
    public ClaimRelation Relation { get; init; }

    /// <summary>The metric; null for relations that take none and for parts that await something.</summary>
    public Metric? Metric { get; init; }

    /// <summary>Unit of the thresholds; null where they are pure numbers.</summary>
    public ClaimUnit? Unit { get; init; }

    /// <summary>Lower threshold, in <see cref="Unit"/>; null when there is none.</summary>
    public double? AtLeast { get; init; }

    /// <summary>Upper threshold, in <see cref="Unit"/>; null when there is none.</summary>
    public double? AtMost { get; init; }

    /// <summary>The arms as told; null when the part is not judged so.</summary>
    public ClaimArms? Told { get; init; }

    /// <summary>The arms on equal terms; null when the part is not judged so.</summary>
    public ClaimArms? Equal { get; init; }

    /// <summary>Id of the pitfall that must be caught; null for every other relation.</summary>
    public string? Pitfall { get; init; }

    /// <summary>Whose code is compared, and what is counted in it; null for every other relation.</summary>
    public CodeArms? Code { get; init; }

    /// <summary>What must be built before it can be measured; null when it can.</summary>
    public string? Awaits { get; init; }

    /// <summary>True when it stands beside the claim and does not decide it.</summary>
    public bool Aside { get; init; }

    /// <summary>Line of the file, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The terms on which it is judged, as told first.</summary>
    public IEnumerable<(string Terms, ClaimArms Arms)> Sides
    {
        get
        {
            if (Told is not null)
            {
                yield return (ClaimTerms.Told, Told);
            }

            if (Equal is not null)
            {
                yield return (ClaimTerms.Equal, Equal);
            }
        }
    }
}
