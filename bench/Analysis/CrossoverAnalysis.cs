namespace Bench.Analysis;

/// <summary>Two arms along one numeric parameter, everything else the same.</summary>
/// <param name="Sweep">The scenarios and the parameter that varies.</param>
/// <param name="Metric">The metric compared.</param>
/// <param name="One">Name of the one arm.</param>
/// <param name="Other">Name of the other arm.</param>
/// <param name="Points">By the parameter, those where both have a finite ratio with an interval.</param>
/// <param name="Missing">The parameter's other values at which both are planned, ascending: nothing is known there.</param>
/// <param name="Found">Crossovers with proof on both sides, by the parameter.</param>
public sealed record CrossoverAnalysis(
    Sweep Sweep,
    Metric Metric,
    string One,
    string Other,
    IReadOnlyList<CurvePoint> Points,
    IReadOnlyList<double> Missing,
    IReadOnlyList<Crossover> Found
)
{
    public CrossoverAnswer Answer =>
        Points.Count < 2 ? CrossoverAnswer.TooFewPoints
        : Found.Count > 0 ? CrossoverAnswer.Crossover
        : Missing.Count > 0 || Points.Any(point => point.Outcome == Outcome.Inconclusive)
            ? CrossoverAnswer.Undecided
        : CrossoverAnswer.None;

    /// <summary>The answer in words, such as <c>channels overtakes threads at 1,240 [980 – 1,600]</c>.</summary>
    public string Words =>
        Answer switch
        {
            CrossoverAnswer.TooFewPoints => $"too few sizes have figures of both: {NoFigure}",
            CrossoverAnswer.Crossover => string.Join("; ", Found.Select(Overtakes)),
            CrossoverAnswer.Undecided => $"none shown in the range {Range}: {Places}",
            _ => $"none in the range {Range}: {Places}",
        };

    /// <summary>Pair, metric, parameter and answer in one line.</summary>
    public string Sentence => $"{One} and {Other} in {Metric.Id} by {Sweep.Parameter}: {Words}";

    /// <summary>The arm that leads at every size, or null.</summary>
    public string? Leader =>
        Points.Count == 0 || Missing.Count > 0 ? null
        : Points.All(point => point.Outcome == Outcome.Better) ? Other
        : Points.All(point => point.Outcome == Outcome.Worse) ? One
        : null;

    /// <summary>Who leads where, such as <c>channels leads at 500, undecided at 5,000, no figure at 50,000</c>.</summary>
    public string Places =>
        string.Join(
            ", ",
            Points
                .GroupBy(point => point.Outcome)
                .OrderByDescending(group => group.Count())
                .Select(group =>
                    Said(group.Key)
                    + (
                        group.Count() == Points.Count + Missing.Count
                            ? " throughout"
                            : $" at {Numbers(group.Select(point => point.At))}"
                    )
                )
                .Concat(Missing.Count == 0 ? Array.Empty<string>() : [NoFigure])
        );

    private string Range
    {
        get
        {
            double[] sizes = [.. Points.Select(point => point.At), .. Missing];
            return $"{Number(sizes.Min())} – {Number(sizes.Max())}";
        }
    }

    private string NoFigure => $"no figure at {Numbers(Missing)}";

    private string Said(Outcome outcome) =>
        outcome switch
        {
            Outcome.Better => $"{Other} leads",
            Outcome.Worse => $"{One} leads",
            Outcome.Equivalent => "equivalent",
            _ => "undecided",
        };

    private static string Overtakes(Crossover crossover) =>
        $"{crossover.After} overtakes {crossover.Before} at {Number(crossover.At)}"
        + $" [{Number(crossover.Low)} – {Number(crossover.High)}]";

    private static string Numbers(IEnumerable<double> values) => string.Join(" and ", values.Select(Number));

    private static string Number(double value) => Quantities.Format(value, Unit.Count);
}
