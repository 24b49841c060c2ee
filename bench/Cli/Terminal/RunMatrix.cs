using Bench.Analysis;
using Bench.Measurement.Planning;
using Bench.Results;

namespace Bench.Cli.Terminal;

/// <summary>
/// How far a round is, workload by model, as lines of text: what is done, what runs, what is left, what was refused, and the median so
/// far of the metric that matters, on equal terms where there are any.
/// </summary>
internal sealed class RunMatrix
{
    private const int Gap = 2;
    private const int CellWidth = 11;
    private readonly RunManifest _manifest;
    private readonly List<string> _models;
    private readonly Dictionary<string, (Metric Metric, ParameterSet? Place, string? Terms)> _workloads;
    private readonly int _nameWidth;

    public RunMatrix(RunManifest manifest)
    {
        _manifest = manifest;
        _models = [.. manifest.Cases.Select(planned => planned.Model).Distinct()];
        _workloads = manifest
            .Workloads.Where(facts => manifest.Cases.Exists(planned => planned.Workload == facts.Id))
            .ToDictionary(facts => facts.Id, Headline);
        _nameWidth = _workloads.Select(item => Name(item.Key).Length).DefaultIfEmpty(0).Max();
    }

    /// <summary>Lines that it takes.</summary>
    public int Height => _workloads.Count + 1;

    /// <summary>Columns that it takes.</summary>
    public int Width => _nameWidth + (_models.Count * (CellWidth + Gap));

    /// <param name="samples">All samples so far.</param>
    /// <param name="round">The round under way.</param>
    /// <param name="next">What is measured next; null when nothing is.</param>
    public IReadOnlyList<string> Lines(IReadOnlyList<Sample> samples, int round, Launch? next)
    {
        var done = samples
            .Where(sample => sample.Round == round)
            .CountBy(sample => (sample.Workload, sample.Model))
            .ToDictionary();
        var values = samples
            .Where(sample => sample.Valid && IsHeadline(sample))
            .ToLookup(sample => (sample.Workload, sample.Model));
        var refused = samples
            .Where(sample => !sample.Valid)
            .Select(sample => (sample.Workload, sample.Model))
            .ToHashSet();
        var planned = _manifest.Cases.CountBy(item => (item.Workload, item.Model)).ToDictionary();
        return
        [
            Line("", _models.Select(model => $"  {model}")),
            .. _workloads.Keys.Select(workload =>
                Line(Name(workload), _models.Select(model => Cell((workload, model))))
            ),
        ];

        string Cell((string Workload, string Model) place)
        {
            if (!planned.TryGetValue(place, out var all))
            {
                return "";
            }

            var mark =
                next is not null && (next.Case.Workload, next.Case.Model) == place ? '>'
                : refused.Contains(place) ? '!'
                : done.GetValueOrDefault(place) >= all ? '+'
                : ' ';
            return $"{mark} {Median(_workloads[place.Workload].Metric, values[place])}";
        }
    }

    /// <summary>What the marks mean.</summary>
    public static string Legend => "> running  + done in this round  ! a sample was refused; medians so far";

    private static string Median(Metric metric, IEnumerable<Sample> samples)
    {
        double[] values = [.. samples.Select(metric.Select).OfType<double>().Where(double.IsFinite).Order()];
        return values.Length == 0 ? "-" : metric.Format(values[values.Length / 2]);
    }

    private bool IsHeadline(Sample sample) =>
        sample is { Replica: 0, Variant: VariantName.Default }
        && _workloads.TryGetValue(sample.Workload, out var headline)
        && sample.Terms == headline.Terms
        && sample.Parameters.Equals(headline.Place);

    // The place that most models share, and of those the last, as plans grow.
    private (Metric, ParameterSet?, string?) Headline(WorkloadFacts facts)
    {
        var cases = _manifest.Cases.FindAll(planned =>
            planned.Workload == facts.Id && planned.Competes && planned.Variant == VariantName.Default
        );
        var place = cases
            .GroupBy(planned => (planned.Terms, planned.Parameters))
            .OrderBy(group => group.Key.Terms == "equal" ? 1 : 0)
            .ThenBy(group => group.Count())
            .LastOrDefault();
        return (Metrics.Find(facts.MetricThatMatters), place?.Key.Parameters, place?.Key.Terms);
    }

    private string Name(string workload) => $"{workload} {_workloads[workload].Metric.Id}";

    private string Line(string name, IEnumerable<string> cells) =>
        string.Concat(
                cells
                    .Select(cell =>
                        (cell.Length > CellWidth ? cell[..CellWidth] : cell).PadRight(CellWidth + Gap)
                    )
                    .Prepend(name.PadRight(_nameWidth + Gap))
            )
            .TrimEnd();
}
