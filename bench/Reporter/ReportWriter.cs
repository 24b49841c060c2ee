using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Bench.Analysis;
using Bench.Analysis.Claims;
using Bench.Reporter.Charts;
using Bench.Reporter.Content;
using Bench.Reporter.Csv;
using Bench.Reporter.Html;
using Bench.Reporter.Interactive;
using Bench.Reporter.Tables;
using Bench.Results;

namespace Bench.Reporter;

/// <summary>Draws the report of a run, finished or under way, into a folder.</summary>
public static class ReportWriter
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>
    /// Writes <c>summary.csv</c>, <c>report.md</c>, <c>index.html</c> and <c>charts/*.svg</c> and <c>*.png</c>, each whole
    /// or not at all; pictures of an earlier drawing that no longer belong to the report are removed.
    /// </summary>
    /// <param name="manifest">The run's plan.</param>
    /// <param name="samples">Its samples so far; may be none.</param>
    /// <param name="sources">Code of its lanes; may be none.</param>
    /// <param name="outFolder">Where to write; made when absent.</param>
    /// <param name="claims">Claims to judge by the samples; those without any are left out.</param>
    /// <param name="pitfalls">What was seen of pitfalls, for the claims that speak of them; null when nothing was.</param>
    /// <param name="floors">The lanes beside their models' public benchmarks; null when they were not measured.</param>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static ReportResult Write(
        RunManifest manifest,
        IReadOnlyList<Sample> samples,
        IReadOnlyList<SourceFile> sources,
        RunFolder outFolder,
        IReadOnlyList<Claim>? claims = null,
        PitfallTrials? pitfalls = null,
        FloorTrials? floors = null
    )
    {
        var run = RunAnalysis.Of(manifest, samples, sources);
        var book = PictureBook.Draw(run);
        var report = new ReportBuilder(run, sources, book, claims ?? [], pitfalls, floors).Build();
        Directory.CreateDirectory(outFolder.ChartsPath);
        WriteCharts(outFolder, [.. book.Files]);
        WriteText(outFolder.In("summary.csv"), SummaryCsv.Of(run));
        if (run.Capacity is { } capacity)
        {
            WriteText(outFolder.In("capacity.csv"), CapacityCsv.Of(capacity));
        }

        WriteText(outFolder.In("report.md"), Templates.Render("report.md.liquid", report, Encoder));
        var page = outFolder.In("index.html");
        WriteText(
            page,
            Templates.Render(
                "index.html.liquid",
                Page.Of(report, ExplorerBuilder.Of(run, book, report.Workloads)),
                Encoder
            )
        );
        return new(
            page,
            [.. report.Answers.Select(answer => answer.Sentence)],
            [.. AnswerTable.Rows(ReportBuilder.Speaking(run))],
            [.. report.Remarks.Where(remark => remark.Kind == Remark.Warning).Select(remark => remark.Text)]
        );
    }

    private static void WriteCharts(RunFolder folder, List<PictureFile> files)
    {
        foreach (var file in files)
        {
            WriteText(PathOf(file, "svg"), file.Svg);
            AtomicFile.Write(PathOf(file, "png"), file.Png, durable: false);
        }

        var written = files
            .SelectMany(file => new[] { PathOf(file, "svg"), PathOf(file, "png") })
            .ToHashSet();
        foreach (
            var stale in Directory
                .EnumerateFiles(folder.ChartsPath)
                .Where(path => Path.GetExtension(path) is ".svg" or ".png" && !written.Contains(path))
        )
        {
            File.Delete(stale);
        }

        string PathOf(PictureFile file, string extension) =>
            Path.Combine(folder.ChartsPath, $"{file.Picture.Name}.{extension}");
    }

    private static void WriteText(string path, string text) =>
        AtomicFile.Write(path, Encoding.UTF8.GetBytes(text), durable: false);
}
