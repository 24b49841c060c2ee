namespace Bench.Results.History;

/// <summary>Turns a run's samples into the values that its series are made of; a store does not know what a metric is.</summary>
/// <param name="manifest">The run's manifest.</param>
/// <param name="samples">All its samples.</param>
public delegate IEnumerable<SampleValue> ExtractValues(RunManifest manifest, IReadOnlyList<Sample> samples);
