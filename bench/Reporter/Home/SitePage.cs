using System.Text.Encodings.Web;
using System.Text.Unicode;
using Bench.Reporter.Html;

namespace Bench.Reporter.Home;

/// <summary>A page of the site that <c>serve</c> shows beside reports and trends.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Lead">What it shows; empty for nothing.</param>
/// <param name="Navigation">Links above its sections.</param>
/// <param name="Sections">Its parts.</param>
internal sealed record SitePage(
    string Title,
    string Lead,
    IReadOnlyList<Link> Navigation,
    IReadOnlyList<SiteSection> Sections
)
{
    private static readonly HtmlEncoder s_encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static Link Home { get; } = new("/", "All runs");
    public static Link History { get; } = new("/history", "History");
    public static Link Trend { get; } = new("/trend/", "What changed over time");

    /// <summary>True when the browser is to ask again in a second.</summary>
    public bool LooksAgain { get; init; }

    public string Html() => Templates.Render("site.html.liquid", Page.Of(this), s_encoder);
}
