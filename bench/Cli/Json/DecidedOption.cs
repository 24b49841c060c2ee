using Bench.Analysis.Decisions;

namespace Bench.Cli.Json;

/// <summary>An option of <c>decision.json</c>.</summary>
internal sealed record DecidedOption(
    string Name,
    string Case,
    string Model,
    string Variant,
    string Terms,
    OptionState State,
    string? OutOfReach,
    int Launches,
    int Refused,
    IReadOnlyList<DecidedObjective> Objectives,
    IReadOnlyList<DecidedCost> Costs,
    DecidedScore? Score,
    DecidedHeadroom? Headroom,
    IReadOnlyList<string> Risks
)
{
    public static DecidedOption Of(OptionEvidence option, Decision decision)
    {
        var planned = option.Option.Case;
        return new(
            option.Name,
            planned.Case,
            planned.Model,
            planned.Variant,
            planned.Terms,
            option.State,
            option.Option.OutOfReach,
            option.Arm?.Samples.Count ?? 0,
            option.Arm?.Refused.Count ?? 0,
            [.. option.Objectives.Select(DecidedObjective.Of)],
            [
                .. option.Costs.Select(cost => new DecidedCost(
                    cost.Criterion.Id,
                    cost.Criterion.Metric?.Unit.ToString().ToLowerInvariant() ?? "count",
                    cost.Value,
                    cost.Low,
                    cost.High
                )),
            ],
            decision.Scores.FirstOrDefault(item => item.Option == option) is { } score
                ? DecidedScore.Of(score)
                : null,
            option.Headroom is { } room ? DecidedHeadroom.Of(room) : null,
            [.. option.Risks.Select(finding => finding.Pitfall.Id)]
        );
    }
}
