namespace Bench.Analysis.Claims;

/// <summary>What a claim's parts come to on one kind of terms.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Reason">The parts that decide it, in words.</param>
public sealed record LedgerSide(ClaimOutcome Outcome, string Reason);
