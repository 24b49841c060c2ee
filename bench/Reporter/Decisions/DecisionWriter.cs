using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Bench.Analysis.Decisions;
using Bench.Reporter.Content;
using Bench.Reporter.Html;
using Bench.Results;

namespace Bench.Reporter.Decisions;

/// <summary>Writes a decision record.</summary>
public static class DecisionWriter
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>
    /// Writes <c>decision.md</c>, <c>decision.html</c> (self-contained) and <c>charts/decision-*.svg</c> and <c>*.png</c>, each whole or not at all.
    /// </summary>
    /// <param name="decision">The decision.</param>
    /// <param name="sources">Where its evidence is.</param>
    /// <param name="folder">Where to write.</param>
    /// <returns>Path of the Markdown.</returns>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static string Write(Decision decision, DecisionSources sources, RunFolder folder)
    {
        var pictures = DecisionPictures.Of(decision);
        var record = Record(decision, sources, [.. pictures.Select(Drawing.Of)]);
        Directory.CreateDirectory(folder.ChartsPath);
        foreach (var file in pictures)
        {
            WriteText(Path.Combine(folder.ChartsPath, $"{file.Picture.Name}.svg"), file.Svg);
            AtomicFile.Write(
                Path.Combine(folder.ChartsPath, $"{file.Picture.Name}.png"),
                file.Png,
                durable: false
            );
        }

        WriteText(
            folder.In("decision.html"),
            Templates.Render("decision.html.liquid", Page.Of(record), Encoder)
        );
        WriteText(folder.In("decision.md"), Templates.Render("decision.md.liquid", record, Encoder));
        return folder.In("decision.md");
    }

    private static DecisionRecord Record(
        Decision decision,
        DecisionSources sources,
        IReadOnlyList<Drawing> figures
    ) =>
        new(
            DecisionVerdict.Title(decision),
            "proposed",
            sources.Date.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DecisionVerdict.Paragraph(decision),
            DecisionVerdict.Kind(decision),
            [
                .. ContextSections.Of(decision),
                .. new OutcomeSections(decision, sources, figures).All(),
                .. MoreSections.Of(decision, sources),
            ]
        );

    private static void WriteText(string path, string text) =>
        AtomicFile.Write(path, Encoding.UTF8.GetBytes(text), durable: false);
}
