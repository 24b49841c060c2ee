using System.Globalization;
using System.Text.Json;
using Bench.Analysis.Decisions;
using Bench.Cli.Deciding;
using Bench.Cli.Json;
using Bench.Cli.Measuring;
using Bench.Cli.Terminal;
using Bench.Reporter.Decisions;
using Bench.Results;
using CommandLine;

namespace Bench.Cli.Verbs;

/// <summary><c>decide</c>: measures what is missing and writes an architecture decision record.</summary>
[Verb(
    "decide",
    HelpText = "Measures which options keep a service level at a load and what they cost, and writes an architecture decision record."
)]
[Example(
    "decide --workload inventory --users 10000 --slo \"p99<100ms,errors<0.1%,memory<200MiB\"",
    "which model, for this load?"
)]
[Example("decide --scenario bench/docs/scenario.example.json --slo \"p95<50ms\"", "for a mix of your own")]
[Example(
    "decide --workload payments --rate 2000 --weights processor=2,code=1 --from reports/reference",
    "other weights, and earlier evidence"
)]
internal sealed class DecideVerb : IVerb
{
    [Option(
        "workload",
        HelpText = "The workload; one whose load can be set: inventory (users), payments (rate)."
    )]
    public string? Workload { get; set; }

    [Option(
        "scenario",
        HelpText = "In place of a workload, the mix that this file describes: bench/docs/scenario.md."
    )]
    public string? Scenario { get; set; }

    [Option("users", HelpText = "The load, for a workload whose load is a number of users.")]
    public int? Users { get; set; }

    [Option("rate", HelpText = "The load, operations per second, for a workload whose load is a rate.")]
    public int? Rate { get; set; }

    [Option(
        "slo",
        HelpText = "The service level: p50|p90|p95|p99|p999|mean|max, errors, memory, throughput; by default p99<100ms,errors<0.1%."
    )]
    public string? Slo { get; set; }

    [Option(
        "weights",
        HelpText = "What counts among the options that keep it: processor=1,memory=1 (the default), latency, code."
    )]
    public string? Weights { get; set; }

    [Option(
        "models",
        Separator = ',',
        HelpText = "These models: a,b or all; by default threads, tasks, channels and actors."
    )]
    public IEnumerable<string> Models { get; set; } = [];

    [Option("from", HelpText = "Earlier evidence of this machine: folders of runs or decisions.")]
    public IEnumerable<string> From { get; set; } = [];

    [Option(
        "budget",
        HelpText = "Wall time for measuring, 90s, 20m (the default) or 1h; 0 decides by what --from has."
    )]
    public string? Budget { get; set; }

    [Option("window", HelpText = "Length of the counted window of each launch: 2s (the default) to 10m.")]
    public string? Window { get; set; }

    [Option("seed", HelpText = "Seed of orders, requests and arrivals.")]
    public ulong? Seed { get; set; }

    [Option("out", HelpText = "A new folder for record and evidence; by default one under reports/.")]
    public string? Out { get; set; }

    [Option("json", HelpText = "The decision as JSON on standard output.")]
    public bool Json { get; set; }

    [Value(0, Hidden = true)]
    public IEnumerable<string> Surplus { get; set; } = [];

    public int Run()
    {
        var models = Cli.Models.Load();
        var request = new DecisionRequestReader(this, models).Read();
        var evidence = DecisionEvidence.Read(request.From, request.Budget > TimeSpan.Zero);
        if (request.Budget == TimeSpan.Zero && evidence.Level.Count == 0)
        {
            throw new UserException("--budget 0 measures nothing, and --from names no run: give one of them");
        }

        var folder = OutputFolder.Create(request.Out ?? NewPath());
        request.Scenario?.KeepIn(folder);
        return request.Budget == TimeSpan.Zero
            ? Finish(request, new Decider(models, request, folder, evidence), folder, measured: null)
            : Measure(models, request, folder, evidence);
    }

    private int Measure(Models models, DecisionRequest request, RunFolder folder, DecisionEvidence evidence)
    {
        using var interrupt = new Interrupt();
        var decider = new Decider(models, request, folder, evidence);
        var end = decider.Measure(interrupt.Token);
        var code = Finish(request, decider, folder, decider);
        return end switch
        {
            RunEnd.Interrupted => ExitCode.Interrupted,
            RunEnd.Failed => ExitCode.Failed,
            _ => code,
        };
    }

    private int Finish(DecisionRequest request, Decider decider, RunFolder folder, Decider? measured)
    {
        var decision = decider.Decide();
        var sources = DecisionFolders.Of(request, decision, decider.Evidence, folder, measured);
        var path = DecisionWriter.Write(decision, sources, folder);
        var document = JsonSerializer.SerializeToUtf8Bytes(
            DecisionDocument.Of(decision, sources),
            CliJson.Default.DecisionDocument
        );
        AtomicFile.Write(folder.In("decision.json"), document);
        Say(decision, sources, path, document);
        return decision.IsDecided ? ExitCode.Fine : ExitCode.Inconclusive;
    }

    private void Say(Decision decision, DecisionSources sources, string path, byte[] document)
    {
        if (Json)
        {
            Console.Out.WriteLine(System.Text.Encoding.UTF8.GetString(document));
        }
        else
        {
            Console.Out.WriteLine(DecisionVerdict.Title(decision));
            Console.Out.WriteLine(DecisionVerdict.Paragraph(decision));
        }

        foreach (var sentence in OpenPoints.Sentences(decision))
        {
            Talk.Line($"open: {sentence}");
        }

        Talk.Line($"decide again, with the budget anew: {sources.Again}");
        (Json ? Console.Error : Console.Out).WriteLine($"record: {path}");
    }

    private static string NewPath() =>
        Path.Combine(
            BuildFacts.Repository,
            "reports",
            string.Create(CultureInfo.InvariantCulture, $"{DateTimeOffset.UtcNow:yyyyMMdd-HHmmss}-decide")
        );
}
