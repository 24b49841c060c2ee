namespace Bench.Analysis.Decisions;

/// <summary>A weight at which another option becomes the cheapest, all other weights as they are.</summary>
/// <param name="At">The weight at which both cost the same.</param>
/// <param name="Low">From here on the two are a tie; the present weight when they are one even there.</param>
/// <param name="High">From here on the other is shown to be cheaper; null when it never is.</param>
/// <param name="Option">Name of the other.</param>
public sealed record WeightFlip(double At, double Low, double? High, string Option);
