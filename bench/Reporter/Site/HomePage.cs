using System.Text.Encodings.Web;
using System.Text.Unicode;
using Bench.Reporter.Html;

namespace Bench.Reporter.Site;

/// <summary>The first page of the site that <c>serve</c> shows.</summary>
public static class HomePage
{
    private static readonly HtmlEncoder s_encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <param name="place">The folder whose runs are shown.</param>
    /// <param name="runs">The runs, newest first.</param>
    /// <param name="history">What the history holds, in a sentence.</param>
    public static string Of(string place, IReadOnlyList<ServedRun> runs, string history) =>
        Templates.Render("home.html.liquid", Page.Of(new Content(place, runs, history)), s_encoder);

    private sealed record Content(string Place, IReadOnlyList<ServedRun> Runs, string History);
}
