using System.Runtime.ExceptionServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Bench.Analysis;
using Bench.Analysis.Claims;
using Bench.Reporter.Beside;
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
    private const string PageName = "index.html";

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
    /// <param name="faults">What faults did to clusters; null when none was tried.</param>
    /// <param name="earlier">An earlier run that this one is shown beside; null for none.</param>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static ReportResult Write(
        RunManifest manifest,
        IReadOnlyList<Sample> samples,
        IReadOnlyList<SourceFile> sources,
        RunFolder outFolder,
        IReadOnlyList<Claim>? claims = null,
        PitfallTrials? pitfalls = null,
        FloorTrials? floors = null,
        FaultTrials? faults = null,
        EarlierRun? earlier = null
    )
    {
        var run = RunAnalysis.Of(manifest, samples, sources);
        var beside = earlier is null ? null : RunBeside.Of(earlier, run);
        var book = PictureBook.Of(run, beside);
        Report? report = null;
        try
        {
            Parallel.Invoke(
                () =>
                    report = WriteTexts(
                        run,
                        book,
                        new ReportBuilder(run, sources, book, claims ?? [], pitfalls, floors, faults, beside),
                        outFolder
                    ),
                () => PictureWriter.Write(outFolder, book.Pictures)
            );
        }
        catch (AggregateException several)
        {
            ExceptionDispatchInfo.Throw(several.Flatten().InnerExceptions[0]);
        }

        return new(
            outFolder.In(PageName),
            [.. report!.Answers.Select(answer => answer.Sentence)],
            [.. AnswerTable.Rows(ReportBuilder.Speaking(run))],
            [.. report.Remarks.Where(remark => remark.Kind == Remark.Warning).Select(remark => remark.Text)]
        );
    }

    private static Report WriteTexts(
        RunAnalysis run,
        PictureBook book,
        ReportBuilder builder,
        RunFolder folder
    )
    {
        Directory.CreateDirectory(folder.Path);
        var report = builder.Build();
        WriteText(folder.In("summary.csv"), SummaryCsv.Of(run));
        if (run.Capacity is { } capacity)
        {
            WriteText(folder.In("capacity.csv"), CapacityCsv.Of(capacity));
        }

        WriteText(folder.In("report.md"), Templates.Render("report.md.liquid", report, Encoder));
        var data = ExplorerBuilder.Of(run, book, report.Workloads, builder.Beside);
        WriteText(folder.In(PageName), Templates.Render("index.html.liquid", Page.Of(report, data), Encoder));
        return report;
    }

    private static void WriteText(string path, string text) =>
        AtomicFile.Write(path, Encoding.UTF8.GetBytes(text), durable: false);
}
