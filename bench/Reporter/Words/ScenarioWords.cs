using Bench.Analysis;

namespace Bench.Reporter.Words;

/// <summary>What scenarios are called.</summary>
internal static class ScenarioWords
{
    /// <summary>What tells it from the workload's other scenarios: <c>users 500 · equal terms</c>.</summary>
    public static string Place(Scenario scenario) =>
        scenario.Varying.Count == 0
            ? $"{scenario.Terms} terms"
            : $"{ParameterWords.Of(scenario.Varying)} · {scenario.Terms} terms";

    /// <summary>Workload, terms and what varies: a reader of the beginning alone knows which terms it speaks of.</summary>
    public static string Full(Scenario scenario) =>
        $"{scenario.Workload.Id} · {scenario.Terms} terms"
        + (scenario.Varying.Count == 0 ? "" : $" · {ParameterWords.Of(scenario.Varying)}");

    /// <summary>Parameters that all scenarios of the workload share.</summary>
    public static string Common(Scenario scenario) =>
        ParameterWords.Of(new(scenario.Parameters.Where(item => scenario.Varying[item.Key] is null)));

    /// <summary>A name for files and anchors: lower-case letters, digits and hyphens.</summary>
    public static string Slug(Scenario scenario) =>
        Words.Slug.Of($"{scenario.Workload.Id} {scenario.Terms} {scenario.Varying}");

    /// <summary>What the terms mean to a reader.</summary>
    public static string Terms(string terms) =>
        terms switch
        {
            "told" => "each model configured as the article tells it",
            "equal" => "the same limits and the same backend for all models",
            _ => "",
        };
}
