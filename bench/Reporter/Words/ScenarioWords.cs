using Bench.Analysis;

namespace Bench.Reporter.Words;

/// <summary>What scenarios are called.</summary>
internal static class ScenarioWords
{
    /// <summary>Parameters and terms: <c>users 500, backend 44 ms · equal terms</c>.</summary>
    public static string Place(Scenario scenario) =>
        scenario.Parameters.Count == 0
            ? $"{scenario.Terms} terms"
            : $"{ParameterWords.Of(scenario.Parameters)} · {scenario.Terms} terms";

    /// <summary>Workload and place.</summary>
    public static string Full(Scenario scenario) => $"{scenario.Workload.Id} · {Place(scenario)}";

    /// <summary>A name for files and anchors: lower-case letters, digits and hyphens.</summary>
    public static string Slug(Scenario scenario) =>
        Words.Slug.Of($"{scenario.Workload.Id} {scenario.Terms} {scenario.Parameters}");

    /// <summary>What the terms mean to a reader.</summary>
    public static string Terms(string terms) =>
        terms switch
        {
            "told" => "each model configured as the article tells it",
            "equal" => "the same limits and the same backend for all models",
            _ => "",
        };
}
