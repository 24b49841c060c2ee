using Bench.Results;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Bench.Measurement.Runs;

/// <summary>A figure of our samples in BenchmarkDotNet's summary.</summary>
internal sealed class SampleColumn(
    string name,
    string legend,
    IReadOnlyDictionary<string, Sample> samples,
    Func<Sample, string> value
) : IColumn
{
    public string Id => $"{nameof(SampleColumn)}.{name}";
    public string ColumnName => name;
    public bool AlwaysShow => true;
    public ColumnCategory Category => ColumnCategory.Custom;
    public int PriorityInCategory => 0;
    public bool IsNumeric => true;
    public UnitType UnitType => UnitType.Dimensionless;
    public string Legend => legend;

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase) =>
        samples.TryGetValue(RunCases.KeyOf(benchmarkCase), out var sample) ? value(sample) : "-";

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) =>
        GetValue(summary, benchmarkCase);

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    public bool IsAvailable(Summary summary) => true;
}
