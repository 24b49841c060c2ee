using Bench.Analysis;
using Bench.Results;

namespace Bench.Cli.Json;

/// <summary>Two arms along a parameter, of <c>crossovers --json</c>.</summary>
internal sealed record ListedCrossover(
    string Workload,
    string Terms,
    ParameterSet Others,
    string Parameter,
    string Metric,
    string One,
    string Other,
    CrossoverAnswer Answer,
    IReadOnlyList<Crossover> Found,
    IReadOnlyList<CurvePoint> Points,
    IReadOnlyList<double> Missing,
    string Sentence
)
{
    public static ListedCrossover Of(CrossoverAnalysis analysis) =>
        new(
            analysis.Sweep.Workload,
            analysis.Sweep.Terms,
            new(
                analysis
                    .Sweep.Scenarios[0]
                    .Scenario.Parameters.Where(item => item.Key != analysis.Sweep.Parameter)
            ),
            analysis.Sweep.Parameter,
            analysis.Metric.Id,
            analysis.One,
            analysis.Other,
            analysis.Answer,
            analysis.Found,
            analysis.Points,
            analysis.Missing,
            analysis.Sentence
        );
}
