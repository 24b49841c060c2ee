namespace Bench.Reporter.Html;

/// <summary>What the interactive part of the page is made of.</summary>
/// <param name="Script">The report's own script.</param>
/// <param name="Library">The chart library, packed.</param>
/// <param name="Data">The data, packed.</param>
/// <param name="HasScenarios">False when there are capacity curves alone.</param>
internal sealed record Explorer(string Script, string Library, string Data, bool HasScenarios);
