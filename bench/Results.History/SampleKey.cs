namespace Bench.Results.History;

/// <summary>What tells a run's samples apart.</summary>
/// <param name="Case">Permanent id of the case.</param>
/// <param name="Replica">0; 1 for the A/A copy.</param>
/// <param name="Round">The round.</param>
internal readonly record struct SampleKey(string Case, int Replica, int Round)
{
    public static SampleKey Of(Sample sample) => new(sample.Case, sample.Replica, sample.Round);
}
