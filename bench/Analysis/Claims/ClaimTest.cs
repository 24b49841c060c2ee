namespace Bench.Analysis.Claims;

/// <summary>What rounds say of a threshold, before the family is taken into account.</summary>
/// <param name="Outcome">Holds, refuted or undecided.</param>
/// <param name="Centre">Centre of the rounds.</param>
/// <param name="Low">Lower end of the interval, 99 % over all looks; infinite when it has none.</param>
/// <param name="High">Upper end of the interval, 99 % over all looks; infinite when it has none.</param>
/// <param name="PValue">Two-sided p-value of what the outcome denies, times the looks; 1 when nothing could be tested.</param>
/// <param name="Rounds">Rounds that it rests on.</param>
/// <param name="SetAside">Rounds of these that were left out as disturbed.</param>
/// <param name="ToDecide">Further rounds that would probably decide it at a confidence, or null when over a thousand or not to be told.</param>
/// <param name="Reason">What a reader must know beside the figures; null when there is nothing.</param>
internal sealed record ClaimTest(
    ClaimOutcome Outcome,
    double Centre,
    double Low,
    double High,
    double PValue,
    int Rounds,
    int SetAside,
    Func<double, int?> ToDecide,
    string? Reason
)
{
    /// <summary>True for holds and refuted.</summary>
    public bool Decides => Outcome is ClaimOutcome.Holds or ClaimOutcome.Refuted;

    /// <summary>Why so few rounds decide nothing, or null when there are enough.</summary>
    public static string? TooFew(int rounds, Looks looks) =>
        rounds >= looks.First ? null
        : looks.First == PairedRounds.Fewest ? $"needs at least {PairedRounds.Fewest} rounds, has {rounds}"
        : looks.TooFew(rounds);
}
