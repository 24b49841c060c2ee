namespace Bench.Reporter.Interactive;

/// <summary>The run beside an earlier one.</summary>
/// <param name="Margin">The largest relative difference that does not matter.</param>
/// <param name="Cases">Cases that both runs have.</param>
/// <param name="Asked">In what they were compared; the first is each workload's own metric.</param>
internal sealed record ExplorerBeside(
    double Margin,
    IReadOnlyList<ExplorerCase> Cases,
    IReadOnlyList<ExplorerAsked> Asked
);
