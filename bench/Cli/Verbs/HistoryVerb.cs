using Bench.Cli.History;
using Bench.Results;
using Bench.Results.History;
using CommandLine;

namespace Bench.Cli.Verbs;

/// <summary><c>history</c>: keeps runs over time.</summary>
[Verb(
    "history",
    HelpText = "Keeps runs over time: history add DIR…, history list, history export FILE, history import FILE."
)]
[Example("history add reports/*", "keeps the runs that are there, in reports/history.db")]
[Example("history list", "what is kept")]
[Example("history export history.ndjson.gz", "a file that any history takes in")]
[Example("history import history.ndjson.gz --history postgresql://bench@ci-db/bench", "into PostgreSQL")]
internal sealed class HistoryVerb : IVerb
{
    private const string Forms = "history add DIR…, list, export FILE or import FILE";

    [Value(0, MetaName = "ACTION", Required = true, HelpText = "add, list, export or import.")]
    public string Action { get; set; } = "";

    [Value(1, MetaName = "DIR|FILE", HelpText = "Run folders to add; the file to write or read.")]
    public IEnumerable<string> Arguments { get; set; } = [];

    [Option("history", HelpText = HistoryTarget.Help)]
    public string? History { get; set; }

    [Option("json", HelpText = "list: as JSON.")]
    public bool Json { get; set; }

    // What may hold a password is refused by Run, which does not repeat it.
    public IEnumerable<string> Surplus =>
        Action switch
        {
            _ when NamesServer => [],
            "list" => Arguments,
            "export" or "import" => Arguments.Skip(1),
            _ => [],
        };

    private bool NamesServer => Arguments.Append(Action).Any(Histories.IsServer);

    public int Run()
    {
        if (NamesServer)
        {
            throw new UserException(
                "a database is named by --history or BENCH_HISTORY, not among the arguments"
            );
        }

        if (Json && Action != "list")
        {
            throw new UserException("--json belongs to history list");
        }

        switch (Action)
        {
            case "add":
                Add();
                break;
            case "list":
                HistoryActions.List(HistoryTarget.Open(History), Json);
                break;
            case "export":
                Export(File());
                break;
            case "import":
                Import(File());
                break;
            default:
                throw new UserException($"history cannot '{Action}'; it can: {Forms}");
        }

        return ExitCode.Fine;
    }

    private void Add()
    {
        var folders = Arguments.Select(path => new RunFolder(path)).ToList();
        if (folders.Count == 0)
        {
            throw new UserException("history add needs run folders: history add DIR…");
        }

        // A wrong folder is found before the first is added.
        folders.ForEach(folder => folder.ReadManifest());
        HistoryActions.Add(HistoryTarget.Open(History, create: true), folders);
    }

    private void Export(string file) => HistoryActions.Export(HistoryTarget.Open(History), file);

    private void Import(string file) =>
        HistoryActions.Import(HistoryTarget.Open(History, create: true), file);

    private string File() =>
        Arguments.FirstOrDefault()
        ?? throw new UserException($"history {Action} needs a file: history {Action} FILE");
}
