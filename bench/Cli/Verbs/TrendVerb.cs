using System.Text.Json;
using Bench.Analysis.Trends;
using Bench.Cli.History;
using Bench.Cli.Json;
using Bench.Cli.Measuring;
using Bench.Cli.Terminal;
using Bench.Cli.Trending;
using Bench.Reporter.Trends;
using CommandLine;

namespace Bench.Cli.Verbs;

/// <summary><c>trend</c>: what changed in a history.</summary>
[Verb(
    "trend",
    HelpText = "What changed in the history since the last release or N days, worst first, or that nothing did."
)]
[Example("trend", "what changed since the last release, in every series of the history")]
[Example("trend --since 30d --case 'inventory/*' --out trend", "of one workload, as a page, too")]
[Example("trend --confirm", "and measure the commits before and after each step again")]
internal sealed class TrendVerb : IVerb
{
    private const string UsualBudget = "15m";

    [Option("history", HelpText = HistoryTarget.Help)]
    public string? History { get; set; }

    [Option("case", HelpText = "Only cases whose id matches a pattern: 'inventory/*/equal/*'.")]
    public IEnumerable<string> Cases { get; set; } = [];

    [Option(
        "metric",
        HelpText = "A metric's id; by default each workload's own, throughput, p99 and peakResident."
    )]
    public string? Metric { get; set; }

    [Option(
        "machine",
        HelpText = "Fingerprint of a machine, or its beginning; by default every machine, each apart."
    )]
    public string? Machine { get; set; }

    [Option("since", HelpText = SinceTime.Help)]
    public string? Since { get; set; }

    [Option(
        "margin",
        Default = TrendReviews.UsualMargin,
        HelpText = "The largest change that does not matter."
    )]
    public string Margin { get; set; } = TrendReviews.UsualMargin;

    [Option(
        "confirm",
        HelpText = "Measure each step again: the commits before and after it, in the same rounds, on this machine."
    )]
    public bool Confirm { get; set; }

    [Option(
        "budget",
        HelpText = "Wall time for --confirm, builds apart: 90s, 15m or 1h; by default " + UsualBudget + "."
    )]
    public string? Budget { get; set; }

    [Option("out", HelpText = "A folder for index.html, trend.md and trend.json; written again each time.")]
    public string? Out { get; set; }

    [Option("summary", HelpText = "A file to append trend.md to, such as $GITHUB_STEP_SUMMARY.")]
    public string? Summary { get; set; }

    [Option("json", HelpText = "As JSON.")]
    public bool Json { get; set; }

    [Value(0, Hidden = true)]
    public IEnumerable<string> Surplus { get; set; } = [];

    public int Run()
    {
        var margin = Cli.Margin.Parse(Margin);
        var budget = ConfirmBudget();
        var since = SinceTime.Of(Since, DateTimeOffset.UtcNow, BuildFacts.Repository);
        var history = HistoryTarget.Open(History);
        var reviews = TrendReviews.Of(
            history,
            new AskedSeries(new([.. Cases]), Metric, Machine),
            margin,
            since
        );
        if (reviews.Count > 1)
        {
            Talk.Note(
                $"{history.Name} has runs of {reviews.Count} machines, each looked at apart; --machine chooses one"
            );
        }

        using var interrupt = new Interrupt();
        if (Confirm)
        {
            reviews = ConfirmedReviews.Of(reviews, history, budget, Command(), interrupt.Token);
        }

        Write(reviews);
        return interrupt.Token.IsCancellationRequested ? ExitCode.Interrupted
            : reviews.Any(review => review.WorseStill.Count > 0) ? ExitCode.WorseThanAllowed
            : reviews.Any(review => review.CanSay) ? ExitCode.Fine
            : ExitCode.Inconclusive;
    }

    private TimeSpan ConfirmBudget() =>
        Budget is null || Confirm
            ? Cli.Budget.Parse(Budget ?? UsualBudget, UsualBudget)
            : throw new UserException("--budget is the time of --confirm; give both, or neither");

    private void Write(IReadOnlyList<TrendReview> reviews)
    {
        if (Json)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(TrendList.Of(reviews), CliJson.Default.TrendList));
        }
        else
        {
            TrendTable.Write(reviews);
        }

        if (Summary is not null)
        {
            File.AppendAllText(Summary, TrendWriter.Summary(reviews, Command()));
        }

        if (Out is not null)
        {
            Talk.Line($"page: {TrendFolder.Write(Out, reviews, Command())}");
        }
    }

    // Without the history: a connection string may hold a password.
    private string Command()
    {
        string?[] words =
        [
            "./run.sh trend",
            .. Cases.Select(pattern => $"--case '{pattern}'"),
            Metric is null ? null : $"--metric {Metric}",
            Machine is null ? null : $"--machine {Machine}",
            Since is null ? null : $"--since {Since}",
            Margin == TrendReviews.UsualMargin ? null : $"--margin {Margin}",
            Confirm ? "--confirm" : null,
            Budget is null ? null : $"--budget {Budget}",
        ];
        return string.Join(' ', words.OfType<string>());
    }
}
