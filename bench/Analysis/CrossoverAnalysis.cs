using Bench.Results;

namespace Bench.Analysis;

/// <summary>Two arms along one numeric parameter, everything else the same.</summary>
/// <param name="Workload">Id of the workload.</param>
/// <param name="Terms"><c>told</c> or <c>equal</c>.</param>
/// <param name="Others">The parameters that stay the same.</param>
/// <param name="Parameter">Name of the parameter that varies.</param>
/// <param name="Metric">The metric compared.</param>
/// <param name="One">Name of the one arm.</param>
/// <param name="Other">Name of the other arm.</param>
/// <param name="Points">By the parameter, those with two rounds or more.</param>
/// <param name="Found">Crossovers with proof on both sides, by the parameter.</param>
public sealed record CrossoverAnalysis(
    string Workload,
    string Terms,
    ParameterSet Others,
    string Parameter,
    Metric Metric,
    string One,
    string Other,
    IReadOnlyList<CurvePoint> Points,
    IReadOnlyList<Crossover> Found
)
{
    /// <summary>For example <c>channels overtakes threads in p99 at users ≈ 1,240 [980 – 1,600]</c>, or <c>… none in the range 500 – 10,000</c>.</summary>
    public string Sentence =>
        Points.Count < 2 ? $"{One} and {Other} in {Metric.Id}: too few points along {Parameter}"
        : Found.Count == 0
            ? $"{One} and {Other} in {Metric.Id}: no crossover shown in the range {Parameter} = {Number(Points[0].At)} – {Number(Points[^1].At)}"
        : string.Join(
            "; ",
            Found.Select(crossover =>
                $"{crossover.After} overtakes {crossover.Before} in {Metric.Id} at {Parameter} ≈ {Number(crossover.At)}"
                + $" [{Number(crossover.Low)} – {Number(crossover.High)}]"
            )
        );

    private static string Number(double value) => Quantities.Format(value, Unit.Count);
}
