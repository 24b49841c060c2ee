using Bench.Results;

namespace Bench.Analysis.Capacity;

/// <summary>
/// Looks for the highest load that meets a service level. What comes next is a pure function of the trials so far, so a
/// search that was interrupted goes on from its samples. On short windows loads are doubled (or halved) until the
/// outcome changes and then bisected; on longer windows launches go up a rung after a success and down after a miss, so
/// that they gather about the load at which either is as likely. Decision 0007 has the simulations.
/// </summary>
/// <param name="ladder">The loads.</param>
/// <param name="launches">Launches on the longer window that an estimate rests on.</param>
public sealed class CapacitySearch(Ladder ladder, int launches)
{
    /// <summary>A load that could not be measured is tried so many times before it counts as out of reach.</summary>
    public const int Attempts = 3;

    private const double Leap = 2;

    /// <summary>Trials after which a search gives up looking for the place, beside the launches that an estimate rests on.</summary>
    private const int Patience = 20;

    /// <summary>Most trials that a search takes, whatever happens.</summary>
    public int MostTrials => (2 * Patience) + launches;

    /// <summary>The next launch, or null when the search is over.</summary>
    /// <param name="trials">Every trial of this search so far, in the order in which they were taken.</param>
    public NextTrial? Next(IReadOnlyList<Trial> trials)
    {
        if (trials.Any(trial => trial.Outcome == TrialOutcome.Broken))
        {
            return null;
        }

        List<Trial> search = [.. trials.Where(trial => trial.Stage == CaseStage.Search)];
        return NextSearch(search) is { } rung
            ? new(ladder.Load(rung), CaseStage.Search)
            : NextConfirm(search, [.. trials.Where(trial => trial.Stage == CaseStage.Confirm)]);
    }

    /// <summary>Launches on the longer window since they have gathered about one place.</summary>
    public int Settled(IEnumerable<Trial> trials)
    {
        List<Trial> confirm = [.. trials.Where(trial => trial.Stage == CaseStage.Confirm)];
        var moves = Moves(confirm);
        return Staircase.SettledFrom(moves.ConvertAll(move => (move.Rung, move.Up))) is { } from
            ? confirm.Count - moves[from].Index
            : 0;
    }

    private int? NextSearch(List<Trial> trials)
    {
        if (trials.Count >= Patience)
        {
            return null;
        }

        if (Repeats(trials) is { } again)
        {
            return again;
        }

        var moves = Moves(trials);
        if (moves.Count == 0)
        {
            return 0;
        }

        var (low, high) = Bracket(moves);
        var leap = ladder.Rung(ladder.Load(0) * Leap);
        return (low, high) switch
        {
            ({ } from, null) => from >= ladder.Highest ? null : Math.Min(from + leap, ladder.Highest),
            (null, { } to) => to <= ladder.Lowest ? null : Math.Max(to - leap, ladder.Lowest),
            ({ } from, { } to) => to - from <= 1 ? null : (from + to) / 2,
            _ => null,
        };
    }

    private NextTrial? NextConfirm(List<Trial> search, List<Trial> trials)
    {
        var (low, high) = Bracket(Moves(search));
        var settled = Settled(trials);
        if (
            (low is null && high <= ladder.Lowest)
            || settled >= launches
            || trials.Count - settled >= Patience
        )
        {
            return null;
        }

        var rung =
            Repeats(trials)
            ?? Math.Clamp(
                Staircase.Next(Moves(trials).ConvertAll(move => (move.Rung, move.Up)), low ?? high ?? 0),
                ladder.Lowest,
                ladder.Highest
            );
        return new(ladder.Load(rung), CaseStage.Confirm);
    }

    // A launch that says nothing may have met a moment of the machine: it is repeated before it counts.
    private int? Repeats(List<Trial> trials) =>
        trials is [.., { Outcome: TrialOutcome.Unmeasured } last]
        && trials.Count(trial => trial.Load == last.Load && trial.Outcome == TrialOutcome.Unmeasured)
            < Attempts
            ? ladder.Rung(last.Load)
            : null;

    /// <summary>The trials that moved the search, with the way that they point.</summary>
    private List<(int Index, int Rung, bool Up)> Moves(List<Trial> trials) =>
        [
            .. trials
                .Index()
                .Where(item =>
                    item.Item.Outcome != TrialOutcome.Unmeasured
                    || trials
                        .Take(item.Index + 1)
                        .Count(trial =>
                            trial.Load == item.Item.Load && trial.Outcome == TrialOutcome.Unmeasured
                        ) >= Attempts
                )
                .Select(item =>
                    (item.Index, ladder.Rung(item.Item.Load), item.Item.Outcome == TrialOutcome.Met)
                ),
        ];

    private static (int? Low, int? High) Bracket(List<(int Index, int Rung, bool Up)> moves)
    {
        // The last word on either side: what a noisy moment said before is not held against a later success above it.
        var low = moves.FindLast(move => move.Up) is { Up: true } up ? up.Rung : (int?)null;
        var above = moves.Where(move => !move.Up && move.Rung > (low ?? int.MinValue)).ToList();
        return (low, above.Count == 0 ? null : above.Min(move => move.Rung));
    }
}
