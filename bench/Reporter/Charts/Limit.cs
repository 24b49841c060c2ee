namespace Bench.Reporter.Charts;

/// <summary>A level line across a chart.</summary>
/// <param name="At">Where it lies, in plot coordinates.</param>
/// <param name="Text">What it is.</param>
internal sealed record Limit(double At, string Text);
