using System.Text.Json;
using Bench.Analysis;
using Bench.Cli.Comparing;
using Bench.Cli.Json;
using Bench.Cli.Terminal;
using Bench.Results;
using CommandLine;

namespace Bench.Cli.Verbs;

/// <summary><c>compare</c>: verdicts within a run, or between two runs of the same cases.</summary>
[Verb(
    "compare",
    HelpText = "Verdicts within a run (models, terms, A/A), or on the same cases of two runs (second against first)."
)]
[Example("compare reports/reference --metric p99", "every model against threads, in one run")]
[Example("compare before after --margin 3%", "the same cases of two runs")]
internal sealed class CompareVerb : IVerb
{
    private const string Models = "models";
    private static readonly string[] s_kinds = [Models, "terms", "aa", "traced", "builds", "all"];

    [Value(0, MetaName = "DIR", Required = true, HelpText = "One run folder, or two: before and after.")]
    public IEnumerable<string> Folders { get; set; } = [];

    [Option(
        "metric",
        HelpText = "A metric's id, such as p99; by default the one that matters in each workload."
    )]
    public string? Metric { get; set; }

    [Option("margin", Default = "5%", HelpText = "The largest difference that does not matter.")]
    public string Margin { get; set; } = "5%";

    [Option(
        "kind",
        HelpText = "Within a run: models (the default), terms (told against equal), aa (the same code twice), traced (what tracing costs), builds (of a gate's run: this tree against base) or all."
    )]
    public string? Kind { get; set; }

    [Option(
        "baseline",
        HelpText = "Within a run: the model that the others are compared with; threads where it is there."
    )]
    public string? Baseline { get; set; }

    [Option(
        "allow",
        Separator = ',',
        HelpText = "Between runs, compare all the same: machine (they differ), cases (only in one), invalid (arms that are incorrect or mostly refused)."
    )]
    public IEnumerable<string> Allow { get; set; } = [];

    [Option("json", HelpText = "As JSON.")]
    public bool Json { get; set; }

    public IEnumerable<string> Surplus => Folders.Skip(2);

    public int Run()
    {
        var margin = Cli.Margin.Parse(Margin);
        CheckWords();
        var runs = Folders.Select(path => LoadedRun.FiguresOf(new RunFolder(path))).ToList();
        var comparisons = new Comparisons(
            MetricName.Find(Metric, runs.SelectMany(run => run.Samples)),
            margin
        );
        var analyses = runs.ConvertAll(run => RunAnalysis.Of(run.Manifest, run.Samples));
        List<string> notes = [];
        IReadOnlyList<Verdict> verdicts = analyses is [var before, var after]
            ? Between(before, after, comparisons, notes)
            : Within(analyses[0], comparisons, notes);
        if (verdicts.Count == 0)
        {
            throw new UserException(
                "nothing to compare: no two arms of the same workload and parameters; `list` tells what there is to measure"
            );
        }

        notes.AddRange(analyses.SelectMany(Notes.Of));
        Write(new(1, [.. analyses.Select(run => run.Manifest.Run)], margin, notes, verdicts));
        return Judge(verdicts);
    }

    private void CheckWords()
    {
        if (Kind is not null && !s_kinds.Contains(Kind))
        {
            throw new UserException($"--kind {Kind}: there are: {string.Join(", ", s_kinds)}");
        }

        if (Allow.FirstOrDefault(word => !Obstacle.Words.Contains(word)) is { } unknown)
        {
            throw new UserException($"--allow {unknown}: there are: {string.Join(", ", Obstacle.Words)}");
        }

        var two = Folders.Skip(1).Any();
        var misplaced = (two, Kind, Baseline, Allow.Any()) switch
        {
            (true, not null, _, _) => "--kind chooses within one run",
            (true, _, not null, _) => "--baseline is for one run: of two, the first is the baseline",
            (false, _, _, true) => "--allow is for two runs",
            _ => null,
        };
        if (misplaced is not null)
        {
            throw new UserException($"{misplaced}; leave it out");
        }
    }

    private List<Verdict> Within(RunAnalysis run, Comparisons comparisons, List<string> notes)
    {
        var kind = Kind ?? Models;
        List<Verdict> verdicts = [];
        if (kind is Models or "all")
        {
            var baseline = BaselineOf(run, notes);
            verdicts.AddRange(comparisons.Models(HeadlinePairs.Of(run, baseline, standIn: Baseline is null)));
        }

        if (kind is "terms" or "all")
        {
            verdicts.AddRange(comparisons.Terms(run));
        }

        if (kind is "aa" or "all")
        {
            verdicts.AddRange(comparisons.Copies(run));
        }

        if (kind is "traced" or "all")
        {
            verdicts.AddRange(comparisons.Traced(run));
        }

        if (kind is "builds" or "all")
        {
            verdicts.AddRange(comparisons.Builds(run));
        }

        return verdicts;
    }

    private string BaselineOf(RunAnalysis run, List<string> notes)
    {
        if (run.Manifest.Cases.Count == 0)
        {
            throw new UserException($"run {run.Manifest.Run} plans no case: there is nothing to compare");
        }

        var known = run.Manifest.Cases.Select(planned => planned.Model).Distinct().ToList();
        var baseline = Baseline ?? HeadlinePairs.BaselineModel(run.Manifest);
        if (Baseline is not null && !known.Contains(baseline))
        {
            throw new UserException($"unknown model '{baseline}'; the run has: {string.Join(", ", known)}");
        }

        var without = HeadlinePairs.Without(run, baseline).Select(scenario => scenario.Title).ToList();
        if (without.Count > 0)
        {
            var instead = Baseline is null ? "the first arm stands in" : "left out";
            notes.Add($"{baseline} has no case in {Wording.Some(without)}: {instead}");
        }

        return baseline;
    }

    private IReadOnlyList<Verdict> Between(
        RunAnalysis before,
        RunAnalysis after,
        Comparisons comparisons,
        List<string> notes
    )
    {
        var obstacles = Obstacles.Between(before, after).ToList();
        var refused = obstacles.Where(obstacle => !Allow.Contains(obstacle.Allow)).ToList();
        if (refused.Count > 0)
        {
            var words = string.Join(',', Allow.Union(refused.Select(obstacle => obstacle.Allow)));
            throw new UserException(
                $"{string.Join("; ", refused.Select(obstacle => obstacle.Text))}; --allow {words} compares what there is all the same"
            );
        }

        notes.AddRange(obstacles.Select(obstacle => $"compared all the same: {obstacle.Text}"));
        notes.AddRange(Notes.Between(before.Manifest, after.Manifest));
        return comparisons.Between(before, after);
    }

    /// <summary>Within a run nothing gets worse, it is only decided or not; the same code twice, traced or not, decides nothing.</summary>
    private static int Judge(IReadOnlyList<Verdict> verdicts) =>
        verdicts.Any(verdict => verdict is { Kind: ComparisonKind.Runs, Outcome: Outcome.Worse })
            ? ExitCode.WorseThanAllowed
        : verdicts.Any(verdict =>
            verdict.Kind is not (ComparisonKind.Copies or ComparisonKind.Traced)
            && verdict.Outcome == Outcome.Inconclusive
        )
            ? ExitCode.Inconclusive
        : ExitCode.Fine;

    private void Write(VerdictList list)
    {
        foreach (var note in list.Notes)
        {
            Talk.Note(note);
        }

        if (Json)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(list, CliJson.Default.VerdictList));
            return;
        }

        DataTable.Write(VerdictRows.Headings(list.Verdicts), VerdictRows.Of(list.Verdicts));
    }
}
