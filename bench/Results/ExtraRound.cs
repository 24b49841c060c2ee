namespace Bench.Results;

/// <summary>A round that was added to a run's plan after it began.</summary>
/// <param name="Round">Its number: the rounds planned first go before, without a gap.</param>
/// <param name="Because">Why it was added, for a reader.</param>
/// <param name="Cases">Keys of the cases that it measures; null for every case of the plan.</param>
public sealed record ExtraRound(int Round, string Because, List<string>? Cases = null);
