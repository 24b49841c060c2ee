namespace Bench.Results;

/// <summary>A round in which the machine did other things than measuring.</summary>
/// <param name="Round">Its number.</param>
/// <param name="Because">What was seen, for a reader.</param>
/// <param name="RepeatedAs">
/// Number of the round that measures it again: once that one is complete, this one enters no figure. Null when it was
/// not measured again; it then counts like any other.
/// </param>
/// <param name="Cases">Keys of the cases that this speaks of, where several runs were merged; null for every case.</param>
public sealed record DisturbedRound(
    int Round,
    string Because,
    int? RepeatedAs = null,
    List<string>? Cases = null
);
