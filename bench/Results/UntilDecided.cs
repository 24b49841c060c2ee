namespace Bench.Results;

/// <summary>A run that goes on with rounds until its headline comparisons are decided.</summary>
/// <param name="BudgetSeconds">Wall time for the command that measures; a resumed run has it anew.</param>
/// <param name="Looks">Numbers of rounds at which a comparison is judged, ascending, fixed before the first sample.</param>
public sealed record UntilDecided(double BudgetSeconds, List<int> Looks);
