namespace Bench.Results.History;

/// <summary>How much is in an exported history.</summary>
/// <param name="Runs">Runs.</param>
/// <param name="Samples">Their samples.</param>
public sealed record HistoryTotals(int Runs, int Samples)
{
    internal static HistoryTotals None { get; } = new(0, 0);

    /// <summary>With a further run.</summary>
    internal HistoryTotals With(int samples) => new(Runs + 1, Samples + samples);
}
