namespace Bench.Results.History;

/// <summary>The key of a sample as it is read.</summary>
internal sealed record SampleRow
{
    public string Name { get; init; } = "";
    public int Replica { get; init; }
    public int Round { get; init; }

    public SampleKey Key => new(Name, Replica, Round);
}
