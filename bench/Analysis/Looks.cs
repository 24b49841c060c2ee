using Bench.Results;

namespace Bench.Analysis;

/// <summary>
/// The numbers of paired rounds at which a comparison is judged. Whoever may stop at any of several looks would be wrong
/// more often than whoever looks once; each of K looks therefore has a K-th of the error (Boole's inequality: the chance
/// that any of them is wrong is at most the sum). That holds whichever look is the last, and for families, as p-values
/// times K are p-values again. Chosen by simulation: decision 0006.
/// </summary>
public sealed class Looks
{
    private static readonly int[] s_usual = [PairedRounds.Fewest, 8, 12, 18, 27, 40, 60];

    private readonly int[] _at;

    private Looks(IEnumerable<int> at)
    {
        _at = [.. at.Distinct().Order()];
    }

    /// <summary>One look, at all rounds, however many there are: a run of fixed rounds.</summary>
    public static Looks Once { get; } = new([]);

    /// <summary>The most rounds that a run until decided goes to.</summary>
    public static int MostRounds => s_usual[^1];

    /// <summary>Looks that errors are shared among; 1 for one look.</summary>
    public int Count => Math.Max(1, _at.Length);

    /// <summary>The fewest rounds that decide anything.</summary>
    public int First => _at.Length == 0 ? PairedRounds.Fewest : Math.Max(PairedRounds.Fewest, _at[0]);

    /// <summary>The looks of a run, fixed before its first sample.</summary>
    public static Looks Of(RunManifest manifest) =>
        manifest.UntilDecided is { } plan ? new(plan.Looks) : Once;

    /// <summary>
    /// The looks of a run until decided: after its first rounds and then about every half more, up to
    /// <see cref="MostRounds"/>.
    /// </summary>
    /// <param name="rounds">Rounds that the run begins with.</param>
    public static IReadOnlyList<int> Planned(int rounds)
    {
        var first = Math.Max(rounds, PairedRounds.Fewest);
        return [first, .. s_usual.Where(look => look > first)];
    }

    /// <summary>The last look that so many rounds have reached; null before the first, and when there is one look only.</summary>
    public int? Last(int rounds) =>
        _at.Where(look => look <= rounds).Select(look => (int?)look).LastOrDefault();

    /// <summary>The look that comes after so many rounds; null after the last.</summary>
    public int? Next(int rounds) =>
        _at.Where(look => look > rounds).Select(look => (int?)look).FirstOrDefault();

    /// <summary>Of rounds in their order, those that were there at the last look.</summary>
    public IReadOnlyList<double> Judged(IReadOnlyList<double> rounds) =>
        Last(rounds.Count) is { } last ? [.. rounds.Take(last)] : rounds;

    /// <summary>The confidence of one look's interval, so that all together have the given one.</summary>
    public double Level(double overall) => _at.Length < 2 ? overall : 1 - ((1 - overall) / _at.Length);

    /// <summary>The p-value of one look, allowing for all of them; 1 before the first, which shows nothing yet.</summary>
    /// <param name="single">Of the rounds judged, as if they were looked at once.</param>
    /// <param name="rounds">Rounds judged.</param>
    public double PValue(double single, int rounds) =>
        _at.Length > 0 && rounds < First ? 1 : Math.Min(1, single * Count);

    /// <summary>Further rounds, counted from those that are there, up to the look at which so many are; null beyond the last.</summary>
    /// <param name="rounds">Rounds that are there.</param>
    /// <param name="total">Rounds that are needed.</param>
    public int? Further(int rounds, int total) =>
        (_at.Length == 0 ? total : Next(Math.Max(rounds, total - 1))) - rounds;

    /// <summary>For arms of two runs, either of which may have been stopped by what was seen: the looks of both.</summary>
    public Looks With(Looks other) =>
        other._at.Length == 0 ? this
        : _at.Length == 0 ? other
        : new(_at.Concat(other._at));

    /// <summary>What a reader is to call the interval of a difference.</summary>
    /// <param name="looks">Looks that it allows for.</param>
    public static string IntervalName(int looks) =>
        looks == 1 ? "99 % interval" : $"99 % interval allowing for {looks} looks";

    /// <summary>Why so many rounds decide nothing.</summary>
    public string TooFew(int rounds) =>
        $"{Quantities.Counted(rounds, "round")} measured, "
        + (_at.Length == 0 ? $"at least {First} are needed" : $"the first look is at {First}");

    /// <summary>The looks in words, such as <c>5, 8 and 12</c>; empty for one look.</summary>
    public override string ToString() =>
        _at.Length < 2 ? string.Concat(_at) : $"{string.Join(", ", _at[..^1])} and {_at[^1]}";
}
