namespace Bench.Results.History;

/// <summary>A name with its number: of a case, which has a workload, or of a metric.</summary>
internal sealed record NameRow
{
    public int Id { get; init; }
    public string Name { get; init; } = "";
    public string Workload { get; init; } = "";
}
