using Bench.Analysis;
using Bench.Analysis.Claims;
using Bench.Analysis.Gating;
using Bench.Reporter.Backends;
using Bench.Reporter.Beside;
using Bench.Reporter.Gating;
using Bench.Reporter.Tables;
using Bench.Reporter.Words;
using Bench.Results;

namespace Bench.Reporter.Content;

/// <summary>Puts a run, its pictures and its code into the order of the report.</summary>
internal sealed class ReportBuilder(
    RunAnalysis run,
    IReadOnlyList<SourceFile> sources,
    PictureBook book,
    IReadOnlyList<Claim> claims,
    PitfallTrials? pitfalls,
    FloorTrials? floors,
    FaultTrials? faults,
    RunBeside? beside
)
{
    /// <summary>The run beside an earlier one; null when there is none.</summary>
    public RunBeside? Beside => beside;

    private readonly GateAnalysis? _gate = run.Manifest.Gate is null ? null : GateAnalysis.Of(run);

    public Report Build()
    {
        var check = AaCheck.Of(run);
        var trust = Trust.Of(run, check);
        var headlines = Speaking(run).ToList();
        var workloads = run
            .Scenarios.GroupBy(scenario => scenario.Workload.Id)
            .AsParallel()
            .AsOrdered()
            .Select(Workload)
            .ToList();
        var capacities = CapacitySections.Of(run.Capacity, run.Manifest, book).ToList();
        return new(
            run.Manifest.Run,
            RunFacts.Headline(run.Manifest),
            FirstLook.Of(
                run,
                headlines.ConvertAll(scenario => Answers.For(scenario, scenario.Metric)),
                trust
            ),
            headlines.Count == 0 ? [] : [AnswerTable.Of(headlines)],
            [
                .. Gate(),
                .. capacities.SelectMany(capacity => capacity.Answers),
                .. workloads.SelectMany(workload => workload.Answers),
            ],
            trust,
            [.. BesideSection.Of(beside, book.Beside)],
            [.. BackendSection.Of(run)],
            capacities,
            [.. LedgerSection.Of(run, claims, pitfalls)],
            SummaryTable.Of(run),
            workloads,
            [.. FloorSection.Of(floors)],
            [.. FaultSection.Of(faults)],
            Method.Of(run.Manifest),
            RunFacts.Of(run.Manifest, Runtimes()),
            ValidityTables.Of(run, check),
            string.Join(" && ", ShardFacts.Of(run.Manifest).Select(shard => shard.Command))
        );
    }

    private IEnumerable<string> Runtimes() =>
        run
            .Scenarios.SelectMany(scenario => scenario.Arms)
            .SelectMany(arm => arm.Samples)
            .Select(sample => sample.Runtime)
            .OfType<string>()
            .Distinct()
            .Order(StringComparer.Ordinal);

    /// <summary>The scenarios that speak for their workloads, in the plan's order.</summary>
    public static IEnumerable<Scenario> Speaking(RunAnalysis run) =>
        run.Scenarios.GroupBy(scenario => scenario.Workload.Id).SelectMany(Headlines.Of);

    private IEnumerable<AnswerLine> Gate() =>
        _gate is null
            ? []
            :
            [
                new(
                    "gate",
                    "this tree against base",
                    GateWords.Verdict(_gate) + " " + GateWords.Sides(_gate.Run.Manifest.Gate!)
                ),
            ];

    private WorkloadSection Workload(IGrouping<string, Scenario> workload)
    {
        Scenario[] scenarios = [.. workload];
        var facts = scenarios[0].Workload;
        return new(
            Slug.Of(facts.Id),
            facts.Id,
            facts.Title,
            facts.Summary,
            facts.Operation,
            ScenarioWords.Common(scenarios[0]),
            [.. Headlines.Of(scenarios).Select(AnswerLine.Of)],
            book.Growth(facts.Id),
            [.. TermsTable.In(scenarios)],
            [.. CrossoverTable.In(scenarios)],
            [.. scenarios.Select(Section)],
            [.. CodeTable.Of(scenarios, run.Code)],
            Listings.Of(scenarios, sources)
        );
    }

    private ScenarioSection Section(Scenario scenario)
    {
        var (lead, others) = LeadPicture.Of(scenario, book.Of(scenario));
        return new(
            ScenarioWords.Slug(scenario),
            ScenarioWords.Place(scenario),
            ScenarioWords.Terms(scenario.Terms),
            AnswerLine.Of(scenario),
            lead,
            others,
            FiguresTable.Of(scenario),
            [.. GateTables.Of(_gate, scenario), .. TraceTables.Of(scenario)]
        );
    }
}
