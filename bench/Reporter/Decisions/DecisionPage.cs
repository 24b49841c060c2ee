namespace Bench.Reporter.Decisions;

/// <summary>What <c>decision.html</c> needs: the record, the style sheet and the font, all within the page.</summary>
/// <param name="Record">The record.</param>
/// <param name="Style">Content of the style sheet.</param>
/// <param name="RegularFont">The font, base64.</param>
/// <param name="BoldFont">The font's semi-bold, base64.</param>
internal sealed record DecisionPage(DecisionRecord Record, string Style, string RegularFont, string BoldFont)
{
    public static DecisionPage Of(DecisionRecord record) =>
        new(
            record,
            Resource.Text("report.css"),
            Resource.Base64("Inter-Regular.otf"),
            Resource.Base64("Inter-SemiBold.otf")
        );
}
