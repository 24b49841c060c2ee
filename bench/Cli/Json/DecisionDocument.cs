using Bench.Analysis.Decisions;
using Bench.Reporter.Decisions;

namespace Bench.Cli.Json;

/// <summary><c>decision.json</c>, and the document of <c>decide --json</c>.</summary>
internal sealed record DecisionDocument(
    int SchemaVersion,
    DateTimeOffset Date,
    DecisionOutcome Outcome,
    bool IsDecided,
    string Title,
    string Verdict,
    string Workload,
    string Parameter,
    int Load,
    string Slo,
    IReadOnlyDictionary<string, double> Weights,
    string Machine,
    string? Chosen,
    IReadOnlyList<string> Tied,
    IReadOnlyList<string> Open,
    IReadOnlyList<string> WouldDecide,
    string? Nearest,
    IReadOnlyList<DecidedOption> Options,
    IReadOnlyList<DecidedWeight> WeightSensitivity,
    IReadOnlyList<DecidedThreshold> ThresholdSensitivity,
    IReadOnlyList<ListedCrossover> Crossovers,
    IReadOnlyList<DecisionSource> Evidence,
    string Command,
    string Again,
    string? Ended
)
{
    private const int CurrentSchemaVersion = 1;

    public static DecisionDocument Of(Decision decision, DecisionSources sources)
    {
        var requirement = decision.Requirement;
        return new(
            CurrentSchemaVersion,
            sources.Date,
            decision.Outcome,
            decision.IsDecided,
            DecisionVerdict.Title(decision),
            DecisionVerdict.Paragraph(decision),
            requirement.Workload.Id,
            requirement.Parameter,
            requirement.Load,
            requirement.Level.Text,
            Criterion.Ids.ToDictionary(id => id, id => requirement.Weights.ById.GetValueOrDefault(id)),
            decision.Pool.Manifest.Machine.Fingerprint,
            decision.Chosen?.Name,
            Names(decision.Tied),
            Names(decision.Open),
            OpenPoints.Sentences(decision),
            decision.Nearest?.Name,
            [.. decision.Options.Select(option => DecidedOption.Of(option, decision))],
            [.. decision.Weights.Select(DecidedWeight.Of)],
            [.. decision.Thresholds.Select(DecidedThreshold.Of)],
            [.. decision.Crossovers.Select(ListedCrossover.Of)],
            sources.Runs,
            sources.Command,
            sources.Again,
            sources.Ended
        );
    }

    private static List<string> Names(IEnumerable<OptionEvidence> options) =>
        [.. options.Select(option => option.Name)];
}
