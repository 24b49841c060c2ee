using Bench.Results;

namespace Bench.Measurement.Planning;

/// <summary>One process still to be run: a case in a round.</summary>
/// <param name="Case">The case.</param>
/// <param name="Round">Round, from 1.</param>
/// <param name="Position">Position in the round's order, from 1.</param>
/// <param name="Seed">Seed of the round, the same for all its cases.</param>
public sealed record Launch(PlannedCase Case, int Round, int Position, ulong Seed)
{
    /// <summary>Unique within a run.</summary>
    public string Key => $"{Round}:{Case.Key}";
}
