namespace Bench.Workloads;

/// <summary>Parameters of <see cref="Banking"/>; the first two are Savina's.</summary>
public sealed record BankingParameters
{
    /// <summary>Accounts of the bank: at least two.</summary>
    public int Accounts { get; init; } = 1_000;

    /// <summary>Transfers of one day, of all tellers together.</summary>
    public int Transfers { get; init; } = 50_000;

    /// <summary>Tellers at once; each asks for its next transfer when the one before is settled or refused.</summary>
    public int Tellers { get; init; } = 16;

    /// <summary>What each account has at first, cents.</summary>
    public int InitialCents { get; init; } = 1_000_000;

    /// <summary>Most that is transferred at once, cents; the least is one.</summary>
    public int HighestCents { get; init; } = 1_000;

    /// <summary>An iteration has one day after the other for at least this long, ms.</summary>
    public int OpenMilliseconds { get; init; } = 300;
}
