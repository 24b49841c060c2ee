namespace Bench.Analysis.Decisions;

/// <summary>How far one weight can move until the cheapest option is another.</summary>
/// <param name="Criterion">What the weight is of.</param>
/// <param name="Weight">The weight as it is.</param>
/// <param name="Below">The nearest smaller weight at which the answer changes; null when none does.</param>
/// <param name="Above">The nearest larger weight at which it changes; null when none does.</param>
public sealed record WeightSensitivity(
    Criterion Criterion,
    double Weight,
    WeightFlip? Below,
    WeightFlip? Above
);
