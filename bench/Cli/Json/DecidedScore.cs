using Bench.Analysis;
using Bench.Analysis.Decisions;

namespace Bench.Cli.Json;

/// <summary>Cost of an option ÷ that of the chosen one, in <c>decision.json</c>.</summary>
internal sealed record DecidedScore(
    double? Ratio,
    double? Low,
    double? High,
    Outcome Verdict,
    int Rounds,
    int SetAside,
    int? FurtherRounds,
    IReadOnlyDictionary<string, double> Parts
)
{
    public static DecidedScore Of(Score score) =>
        new(
            score.Ratio,
            score.Low,
            score.High,
            score.Outcome,
            score.Rounds,
            score.SetAside,
            score.FurtherRounds,
            score.Parts
        );
}
