using Bench.Analysis;

namespace Bench.Reporter.Charts;

/// <summary>One line of a row chart.</summary>
/// <param name="Label">Whose value it is.</param>
/// <param name="Look">Colour and shape.</param>
/// <param name="Variant">Variant of the model: others than the default have an open marker.</param>
/// <param name="Value">The value with its interval; null when there is none.</param>
/// <param name="Words">The value in words, or why there is none.</param>
internal sealed record Row(string Label, ModelLook Look, string Variant, Estimate? Value, string Words);
