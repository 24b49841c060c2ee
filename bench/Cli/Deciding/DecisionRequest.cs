using Bench.Analysis.Decisions;
using Bench.Cli.Scenarios;
using Bench.Measurement.Hosting;
using Bench.Results;

namespace Bench.Cli.Deciding;

/// <summary>What the user asked to have decided, checked.</summary>
/// <param name="Requirement">Workload, load, service level and weights.</param>
/// <param name="Lanes">The lanes of that workload that are considered.</param>
/// <param name="WarmUp">Load of each launch before anything counts.</param>
/// <param name="Window">Length of its counted window.</param>
/// <param name="Budget">Wall time for measuring; zero to decide by what is there.</param>
/// <param name="From">Folders with earlier evidence.</param>
/// <param name="Out">A new folder; null for one under reports/.</param>
/// <param name="Seed">Seed of orders, requests and arrivals; null for a new one.</param>
/// <param name="Command">The command that asks the same again, without folders.</param>
/// <param name="Scenario">The mix that is the workload, where a file describes it.</param>
internal sealed record DecisionRequest(
    Requirement Requirement,
    IReadOnlyList<Lane> Lanes,
    TimeSpan WarmUp,
    TimeSpan Window,
    TimeSpan Budget,
    IReadOnlyList<string> From,
    string? Out,
    ulong? Seed,
    string Command,
    ScenarioFile? Scenario = null
)
{
    /// <summary>All parameters of the workload, where a file describes them: a search for capacities is of the same workload only with the same.</summary>
    public ParameterSet? Own => Lanes[0].CapacityTargets().FirstOrDefault()?.Parameters;
}
