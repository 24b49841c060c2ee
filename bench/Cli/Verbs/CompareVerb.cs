using System.Globalization;
using System.Text.Json;
using Bench.Analysis;
using Bench.Cli.Json;
using Bench.Cli.Terminal;
using Bench.Results;
using CommandLine;

namespace Bench.Cli.Verbs;

/// <summary><c>compare</c>: verdicts within a run, or between two runs of the same cases.</summary>
[Verb(
    "compare",
    HelpText = "Verdicts: models within a run, or the same cases of two runs (second against first)."
)]
internal sealed class CompareVerb : IVerb
{
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
        "baseline",
        HelpText = "Within a run: the model that the others are compared with; threads where it is there."
    )]
    public string? Baseline { get; set; }

    [Option("json", HelpText = "As JSON.")]
    public bool Json { get; set; }

    public IEnumerable<string> Surplus => Folders.Skip(2);

    public int Run()
    {
        var margin = ParseMargin(Margin);
        var runs = Folders.Select(path => LoadedRun.Of([new RunFolder(path)])).ToList();
        CheckMetric(runs);
        var analyses = runs.ConvertAll(run => RunAnalysis.Of(run.Manifest, run.Samples));
        var verdicts = Family.Holm([
            .. analyses is [var before, var after]
                ? Between(before, after, margin)
                : Within(analyses[0], margin),
        ]);
        if (verdicts.Count == 0)
        {
            throw new UserException(
                "nothing to compare: no two arms of the same workload, parameters and terms"
            );
        }

        foreach (var check in analyses.Select(AaCheck.Of).Where(check => check.Disagrees))
        {
            Talk.Line($"note: {check.Sentence}");
        }

        Write(verdicts);
        return analyses.Count == 1 ? ExitCode.Fine : Judge(verdicts);
    }

    private void CheckMetric(List<LoadedRun> runs)
    {
        var known = Metrics.In(runs.SelectMany(run => run.Samples)).Select(metric => metric.Id).ToList();
        if (Metric is not null && !known.Contains(Metric))
        {
            throw new UserException(
                $"unknown metric '{Metric}'; the samples have: {string.Join(", ", known)}"
            );
        }
    }

    private static double ParseMargin(string text) =>
        text.EndsWith('%')
        && double.TryParse(text[..^1], NumberStyles.Float, CultureInfo.InvariantCulture, out var percent)
        && percent is > 0 and < 100
            ? percent / 100
            : throw new UserException($"--margin {text}: give a percentage such as 5%");

    private static int Judge(IReadOnlyList<Verdict> verdicts) =>
        verdicts.Any(verdict => verdict.Outcome == Outcome.Worse) ? ExitCode.WorseThanAllowed
        : verdicts.Any(verdict => verdict.Outcome == Outcome.Inconclusive) ? ExitCode.Inconclusive
        : ExitCode.Fine;

    private Metric MetricOf(Scenario scenario) => Metric is null ? scenario.Metric : Metrics.Find(Metric);

    private IEnumerable<Verdict> Within(RunAnalysis run, double margin)
    {
        var known = run.Manifest.Cases.Select(planned => planned.Model).Distinct().ToList();
        var asked = Baseline ?? HeadlinePairs.BaselineModel(run.Manifest);
        if (!known.Contains(asked))
        {
            throw new UserException($"unknown model '{asked}'; the run has: {string.Join(", ", known)}");
        }

        return HeadlinePairs
            .Of(run, asked)
            .Select(pair =>
                Comparison.Compare(pair.Baseline, pair.Contender, MetricOf(pair.Scenario), margin)
            );
    }

    private IEnumerable<Verdict> Between(RunAnalysis before, RunAnalysis after, double margin)
    {
        if (before.Manifest.Machine.Fingerprint != after.Manifest.Machine.Fingerprint)
        {
            throw new UserException(
                $"the runs are of different machines ({before.Manifest.Machine.Fingerprint} and {after.Manifest.Machine.Fingerprint}); their figures do not compare"
            );
        }

        var cases = after.Manifest.Cases.Select(planned => planned.Key).ToHashSet();
        var lone = before.Manifest.Cases.Count(planned => !cases.Remove(planned.Key)) + cases.Count;
        if (lone > 0)
        {
            Talk.Line($"note: {lone} cases are in only one of the runs and are left out");
        }

        var earlier = before
            .Scenarios.SelectMany(scenario => scenario.Arms)
            .ToDictionary(arm => arm.Case.Key);
        return from scenario in after.Scenarios
            from contender in scenario.Arms
            where contender.Case.Replica == 0 && earlier.ContainsKey(contender.Case.Key)
            select Comparison.Compare(earlier[contender.Case.Key], contender, MetricOf(scenario), margin);
    }

    private void Write(IReadOnlyList<Verdict> verdicts)
    {
        if (Json)
        {
            Console.Out.WriteLine(
                JsonSerializer.Serialize(new VerdictList(1, verdicts), CliJson.Default.VerdictList)
            );
            return;
        }

        DataTable.Write(
            [
                "workload",
                "terms",
                "parameters",
                "contender",
                "baseline",
                "metric",
                "ratio",
                "99 % interval",
                "verdict",
            ],
            verdicts.Select(verdict => VerdictRow.Of(verdict, verdicts))
        );
    }
}
