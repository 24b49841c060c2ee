using Bench.Analysis.Claims;

namespace Bench.Reporter.Content;

/// <summary>One claim of the article as a reader of the article meets it.</summary>
/// <param name="Anchor">Anchor in the page.</param>
/// <param name="Id">Id of the claim.</param>
/// <param name="System">The system of the article that it is told of.</param>
/// <param name="Statement">What is claimed.</param>
/// <param name="Sides">What it comes to as told and on equal terms; a claim may be judged on one of them only.</param>
/// <param name="Configuration">Which differences belonged to the configuration; empty when none did.</param>
/// <param name="Note">What the judgement cannot show.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Parts">A row a part, contender and terms.</param>
internal sealed record ClaimCard(
    string Anchor,
    string Id,
    string System,
    string Statement,
    IReadOnlyList<ClaimSide> Sides,
    string Configuration,
    string Note,
    string Source,
    IReadOnlyList<ClaimRow> Parts
)
{
    /// <summary>Its outcomes as words of a list.</summary>
    public string Outcomes => string.Join(' ', Sides.Select(side => side.Kind).Distinct());

    /// <summary>The class of a cell with this outcome.</summary>
    public static string KindOf(ClaimOutcome outcome) =>
        outcome switch
        {
            ClaimOutcome.Holds => "holds",
            ClaimOutcome.Refuted => "refuted",
            ClaimOutcome.Undecided => "undecided",
            _ => "absent",
        };
}
