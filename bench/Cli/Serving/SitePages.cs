using Bench.Reporter.Home;
using Bench.Results;
using Bench.Site;

namespace Bench.Cli.Serving;

/// <summary>The pages of <c>serve</c>: what lies in folders and in the history at the moment of the request.</summary>
/// <param name="reports">The folder of runs.</param>
/// <param name="named">Further runs.</param>
/// <param name="history">The history.</param>
/// <param name="patience">How long a page of trends is waited for before a page says that it is being drawn.</param>
internal sealed class SitePages(
    ServedFolder reports,
    IReadOnlyList<ServedFolder> named,
    ServedHistory history,
    TimeSpan patience
) : ISitePages
{
    private readonly ServedRuns _runs = new();

    public SitePart Home() => SitePart.Page(HomePage.Of(reports.Path, _runs.Of(Folders()), HistoryWords()));

    public SitePart History()
    {
        try
        {
            var (name, runs) = history.Look();
            return SitePart.Page(HistoryPage.Of(name, runs));
        }
        catch (ResultsException error)
        {
            return SitePart.Page(NoticePage.Of("No history yet", error.Message));
        }
    }

    public SitePart? Trend(string file)
    {
        try
        {
            return file switch
            {
                "" or "index.html" => TrendPage(history.Trend(), isFolder: file.Length == 0),
                "trend.md" => new("text/plain; charset=utf-8", Trend().Markdown, null, false),
                "trend.json" => new("application/json; charset=utf-8", Trend().Json, null, false),
                _ => null,
            };
        }
        catch (Exception error) when (error is ResultsException or UserException)
        {
            return SitePart.Page(NoticePage.Of("No trend yet", error.Message));
        }

        TrendPages Trend() => history.Trend().GetAwaiter().GetResult();
    }

    /// <summary>Has ready what takes its time, before the first who asks for it.</summary>
    public void Prepare()
    {
        Home();
        Trend("");
    }

    public SitePart? Run(string path) => reports.Find(path);

    public SitePart? Named(int number, string path) =>
        number > 0 && number <= named.Count ? named[number - 1].Find(path) : null;

    private SitePart TrendPage(Task<TrendPages> pages, bool isFolder) =>
        SitePart.Page(
            Task.WaitAny([pages], patience) == 0
                ? pages.GetAwaiter().GetResult().Html
                : NoticePage.Of(
                    "The trend is being drawn",
                    "It is drawn once for each state of the history. This page looks again by itself.",
                    looksAgain: true
                ),
            isFolder
        );

    private string HistoryWords()
    {
        try
        {
            var (name, runs) = history.Look();
            return HistoryPage.InWords(name, runs);
        }
        catch (ResultsException error)
        {
            return error.Message;
        }
    }

    private IEnumerable<(string Folder, string Address)> Folders() =>
        reports
            .Runs()
            .Select(folder => (folder, Address("runs", reports.Path, folder)))
            .Concat(named.Index().Select(item => (item.Item.Path, $"/named/{item.Index + 1}/")));

    private static string Address(string prefix, string root, string folder) =>
        folder == root
            ? $"/{prefix}/"
            : $"/{prefix}/{string.Join('/', Path.GetRelativePath(root, folder).Split(Path.DirectorySeparatorChar).Select(Uri.EscapeDataString))}/";
}
