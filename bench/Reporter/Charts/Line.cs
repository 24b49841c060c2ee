namespace Bench.Reporter.Charts;

/// <summary>One line of a line chart.</summary>
/// <param name="Label">Its direct label.</param>
/// <param name="Look">Colour and shape.</param>
/// <param name="Variant">Variant of the model: others than the default are thin with an open marker.</param>
/// <param name="Points">From left to right, at least one.</param>
internal sealed record Line(string Label, ModelLook Look, string Variant, IReadOnlyList<LinePoint> Points);
