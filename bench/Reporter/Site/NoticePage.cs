using System.Text.Encodings.Web;
using System.Text.Unicode;
using Bench.Reporter.Html;

namespace Bench.Reporter.Site;

/// <summary>A page that has one thing to say.</summary>
public static class NoticePage
{
    private static readonly HtmlEncoder s_encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Of(string title, string text) =>
        Templates.Render("notice.html.liquid", Page.Of(new Content(title, text)), s_encoder);

    private sealed record Content(string Title, string Text);
}
