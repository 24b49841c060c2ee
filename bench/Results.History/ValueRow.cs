namespace Bench.Results.History;

/// <summary>A row of <c>metric_values</c> as it is read.</summary>
internal sealed record ValueRow
{
    public int Run { get; init; }
    public int Metric { get; init; }
    public int Case { get; init; }
    public int Round { get; init; }
    public double Value { get; init; }
}
