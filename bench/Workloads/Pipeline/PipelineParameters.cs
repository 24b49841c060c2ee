namespace Bench.Workloads;

/// <summary>Parameters of <see cref="Pipeline"/>.</summary>
public sealed record PipelineParameters
{
    /// <summary>Items that go through the pipeline in one iteration.</summary>
    public int Items { get; init; } = 20_000;

    /// <summary>Keys that items are aggregated by.</summary>
    public int Keys { get; init; } = 100;

    /// <summary>Items parsed at once.</summary>
    public int ParseWorkers { get; init; } = 2;

    /// <summary>Items enriched at once.</summary>
    public int EnrichWorkers { get; init; } = 4;

    /// <summary>Items that may wait between one stage and the next. Aggregating and writing take one at a time.</summary>
    public int HandOffCapacity { get; init; } = 64;

    /// <summary>Processor work to parse an item, rounds of about 4 ns.</summary>
    public int ParseRounds { get; init; } = 500;

    /// <summary>Processor work to enrich an item, rounds.</summary>
    public int EnrichRounds { get; init; } = 1_000;

    /// <summary>Processor work to aggregate an item, rounds.</summary>
    public int AggregateRounds { get; init; } = 250;

    /// <summary>Processor work to write an item, rounds.</summary>
    public int WriteRounds { get; init; } = 250;
}
