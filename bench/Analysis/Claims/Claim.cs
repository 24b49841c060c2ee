namespace Bench.Analysis.Claims;

/// <summary>A statement that samples can make hold or refute: one file of <c>bench/Claims</c>.</summary>
/// <param name="Id">Permanent id, and the file's name.</param>
/// <param name="System">The system of the article that it is told of.</param>
/// <param name="Statement">What is claimed, in our words.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Note">What the judgement cannot show.</param>
/// <param name="AnyPart">True when one part that holds is enough; else all of them must.</param>
/// <param name="Parts">What is judged; at least one.</param>
/// <param name="File">The file, for error messages.</param>
public sealed record Claim(
    string Id,
    string System,
    string Statement,
    string Source,
    string Note,
    bool AnyPart,
    IReadOnlyList<ClaimPart> Parts,
    string File
);
