using Bench.Analysis.Decisions;

namespace Bench.Cli.Json;

/// <summary>How far a weight can move, in <c>decision.json</c>.</summary>
internal sealed record DecidedWeight(string Criterion, double Weight, WeightFlip? Below, WeightFlip? Above)
{
    public static DecidedWeight Of(WeightSensitivity weight) =>
        new(weight.Criterion.Id, weight.Weight, weight.Below, weight.Above);
}
