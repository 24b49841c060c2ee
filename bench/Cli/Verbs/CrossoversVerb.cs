using System.Text.Json;
using Bench.Analysis;
using Bench.Cli.Json;
using Bench.Cli.Terminal;
using Bench.Results;
using CommandLine;

namespace Bench.Cli.Verbs;

/// <summary><c>crossovers</c>: where one model overtakes another along a parameter.</summary>
[Verb(
    "crossovers",
    HelpText = "Where one model overtakes another along a numeric parameter that varies in a run, or that none does."
)]
[Example("crossovers reports/reference", "where one model overtakes another")]
[Example("crossovers reports/reference --parameter units", "along one parameter")]
internal sealed class CrossoversVerb : IVerb
{
    [Value(0, MetaName = "DIR", Required = true, HelpText = "A run folder.")]
    public IEnumerable<string> Folders { get; set; } = [];

    [Option("parameter", HelpText = "Only along this parameter, such as users.")]
    public string? Parameter { get; set; }

    [Option(
        "metric",
        HelpText = "A metric's id, such as p99; by default the one that matters, throughput, p99 and peakResident."
    )]
    public string? Metric { get; set; }

    [Option("json", HelpText = "As JSON.")]
    public bool Json { get; set; }

    public IEnumerable<string> Surplus => Folders.Skip(1);

    public int Run()
    {
        var loaded = LoadedRun.FiguresOf(new RunFolder(Folders.First()));
        var metric = MetricName.Find(Metric, loaded.Samples);
        var run = RunAnalysis.Of(loaded.Manifest, loaded.Samples);
        CrossoverAnalysis[] all =
        [
            .. from sweep in Sweeps(run)
            from asked in metric is null ? Crossovers.Usual(sweep.Scenarios[0].Scenario) : [metric]
            where sweep.Has(asked)
            from analysis in Crossovers.Along(sweep, asked)
            select analysis,
        ];
        Write(run.Manifest.Run, all);
        if (WhyTooFew(run, all) is { } reason)
        {
            Talk.Note(reason);
            return ExitCode.Inconclusive;
        }

        return Array.Exists(all, analysis => analysis.Answer == CrossoverAnswer.Undecided)
            ? ExitCode.Inconclusive
            : ExitCode.Fine;
    }

    private static string? WhyTooFew(RunAnalysis run, CrossoverAnalysis[] all)
    {
        var fewest = Looks.Of(run.Manifest).First;
        var rounds = run
            .Scenarios.SelectMany(scenario => scenario.Arms)
            .Max(arm => (int?)arm.Samples.Count)
            .GetValueOrDefault();
        return rounds < fewest ? $"run {run.Manifest.Run} needs at least {fewest} rounds, has {rounds}"
            : all.Length == 0 ? $"run {run.Manifest.Run} has no two models that meet at two sizes"
            : Count(all, CrossoverAnswer.TooFewPoints) > 0
                ? "where too few sizes have figures, samples are missing, refused or zero; the report lists them"
            : null;
    }

    private List<Sweep> Sweeps(RunAnalysis run)
    {
        var all = Sweep.In(run).ToList();
        var names = all.Select(sweep => sweep.Parameter).Distinct().ToList();
        return names.Count == 0
                ? throw new UserException(
                    $"run {run.Manifest.Run} has no two cases that differ in one number alone; measure several sizes, as the larger presets do"
                )
            : Parameter is null ? all
            : names.Contains(Parameter) ? all.FindAll(sweep => sweep.Parameter == Parameter)
            : throw new UserException(
                $"--parameter {Parameter} does not vary alone in this run; these do: {string.Join(", ", names)}"
            );
    }

    private void Write(string run, CrossoverAnalysis[] all)
    {
        if (Json)
        {
            var list = new CrossoverList(1, run, [.. all.Select(ListedCrossover.Of)]);
            Console.Out.WriteLine(JsonSerializer.Serialize(list, CliJson.Default.CrossoverList));
            return;
        }

        Talk.Line(
            $"{Count(all, CrossoverAnswer.Crossover)} pairs cross, {Count(all, CrossoverAnswer.None)} do not in the range, {Count(all, CrossoverAnswer.Undecided)} are not decided at every size, {Count(all, CrossoverAnswer.TooFewPoints)} have figures at fewer than two"
        );
        DataTable.Write(
            ["models", "crossover [95 % interval]"],
            all.GroupBy(analysis => (analysis.Sweep, analysis.Metric))
                .Select(group => new TableGroup(
                    Title(group.Key.Sweep, group.Key.Metric),
                    [
                        .. group.Select(analysis =>
                            new[] { $"{analysis.One}, {analysis.Other}", analysis.Words }
                        ),
                    ]
                ))
        );
    }

    private static int Count(CrossoverAnalysis[] all, CrossoverAnswer answer) =>
        all.Count(analysis => analysis.Answer == answer);

    private static string Title(Sweep sweep, Metric metric)
    {
        var others = sweep.Others.ToString().Replace(",", " ", StringComparison.Ordinal);
        string[] parts =
        [
            sweep.Workload,
            .. others.Length == 0 ? Array.Empty<string>() : [others],
            $"{sweep.Terms} terms",
            $"{metric.Id} by {sweep.Parameter}",
        ];
        return string.Join(" · ", parts);
    }
}
