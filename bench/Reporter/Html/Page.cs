namespace Bench.Reporter.Html;

/// <summary>What <c>index.html</c> needs: the report, the style sheet and the font, all within the page.</summary>
/// <param name="Report">What its template prints.</param>
/// <param name="Style">Content of the style sheet.</param>
/// <param name="RegularFont">The font, base64.</param>
/// <param name="BoldFont">The font's semi-bold, base64.</param>
internal sealed record Page(object Report, string Style, string RegularFont, string BoldFont)
{
    private static readonly Lazy<(string Style, string Regular, string Bold)> Assets = new(() =>
        (
            Resource.Text("report.css"),
            Resource.Base64("Inter-Regular.otf"),
            Resource.Base64("Inter-SemiBold.otf")
        )
    );

    public static Page Of(object report) =>
        new(report, Assets.Value.Style, Assets.Value.Regular, Assets.Value.Bold);
}
