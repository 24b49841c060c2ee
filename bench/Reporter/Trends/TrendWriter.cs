using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Bench.Analysis.Trends;
using Bench.Reporter.Html;
using Bench.Results;

namespace Bench.Reporter.Trends;

/// <summary>Writes what a history says as a page and as a summary.</summary>
public static class TrendWriter
{
    private static readonly HtmlEncoder s_encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>What the history says, as Markdown for the summary of a CI.</summary>
    /// <param name="reviews">Of one time, each of another machine; at least one.</param>
    /// <param name="command">The command that repeats this.</param>
    public static string Summary(IReadOnlyList<TrendReview> reviews, string command) =>
        Templates.Render("trend.md.liquid", TrendPage.Of(reviews, command, drawn: false), s_encoder);

    /// <summary>The same as a self-contained page with pictures.</summary>
    /// <param name="reviews">Of one time, each of another machine; at least one.</param>
    /// <param name="command">The command that repeats this.</param>
    public static string Html(IReadOnlyList<TrendReview> reviews, string command) =>
        Templates.Render(
            "trend.html.liquid",
            Page.Of(TrendPage.Of(reviews, command, drawn: true)),
            s_encoder
        );

    /// <summary>Writes <c>index.html</c> (self-contained) and <c>trend.md</c>, each whole or not at all.</summary>
    /// <param name="reviews">Of one time, each of another machine; at least one.</param>
    /// <param name="command">The command that repeats this.</param>
    /// <param name="folder">An existing folder.</param>
    /// <returns>Path of the page.</returns>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static string Write(IReadOnlyList<TrendReview> reviews, string command, RunFolder folder)
    {
        Write(folder.In("trend.md"), Summary(reviews, command));
        Write(folder.In("index.html"), Html(reviews, command));
        return folder.In("index.html");
    }

    private static void Write(string path, string text) =>
        AtomicFile.Write(path, Encoding.UTF8.GetBytes(text), durable: false);
}
