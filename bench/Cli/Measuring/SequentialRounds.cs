using System.Diagnostics;
using Bench.Analysis;
using Bench.Cli.Terminal;
using Bench.Measurement.Planning;
using Bench.Results;

namespace Bench.Cli.Measuring;

/// <summary>
/// Goes on with rounds until every headline comparison is decided, or the next look would probably not fit into the budget.
/// It remembers nothing: where the run stands follows from its manifest and samples, so that a resumed run goes on alike.
/// </summary>
internal sealed class SequentialRounds
{
    private const int MostNamed = 8;

    /// <summary>A look that is expected to take more of what is left is not begun: rounds that miss it would be lost.</summary>
    private const double Safe = 0.9;

    private readonly LiveRun _run;
    private readonly TimeBudget _budget;

    private SequentialRounds(LiveRun run, TimeBudget budget)
    {
        _run = run;
        _budget = budget;
    }

    /// <summary>For a run that is to go on until decided, with the budget counted from the start of this process; null for others.</summary>
    public static SequentialRounds? Of(LiveRun run)
    {
        if (run.Manifest.UntilDecided is not { } rule)
        {
            return null;
        }

        using var process = Process.GetCurrentProcess();
        var began = process.StartTime.ToUniversalTime();
        return new(run, new(TimeSpan.FromSeconds(rule.BudgetSeconds), () => DateTime.UtcNow - began));
    }

    /// <summary>Measures as long as it helps and fits; the report is drawn again after each round.</summary>
    /// <returns>How it ended; when early, the user has been told what is kept and how to go on.</returns>
    public RunEnd Measure(CancellationToken interrupted)
    {
        var end = RunEnd.Done;
        while (end == RunEnd.Done && Standing() is { Open.Count: > 0 } standing && FitsLook(standing))
        {
            Say(standing);
            end = MeasureToLook(standing, interrupted);
        }

        return end;
    }

    /// <summary>Says what was not decided, and why.</summary>
    /// <returns>True when everything was.</returns>
    public bool SayEnd()
    {
        var standing = Standing();
        var undecided = standing.Open.Concat(standing.Stuck).ToList();
        Talk.Line(
            undecided.Count == 0
                ? $"decided: all {standing.Count} comparisons"
                : $"not decided: {undecided.Count} of {standing.Count} comparisons"
        );
        undecided.ForEach(comparison => Talk.Line($"  {comparison.Title}: {comparison.Outlook}"));
        if (standing.Open.Count > 0)
        {
            Talk.Line($"go on, with the budget anew: run --resume \"{_run.Folder.Path}\"");
        }

        return undecided.Count == 0;
    }

    private Standing Standing() => Analysis.Standing.Of(RunAnalysis.Of(_run.Manifest, _run.Samples));

    private RunEnd MeasureToLook(Standing standing, CancellationToken interrupted)
    {
        for (var rounds = standing.RoundsToNextLook; rounds > 0; rounds--)
        {
            if (!_budget.Fits(RoundTime(standing), 1))
            {
                break;
            }

            _run.Extend("a comparison was not decided", standing.NextCases);
            if (_run.MeasureQuietly(interrupted, announce: false, FitsAgain) is var end and not RunEnd.Done)
            {
                return end;
            }

            _run.Redraw();
        }

        return RunEnd.Done;
    }

    private bool FitsLook(Standing standing)
    {
        var (round, rounds) = (RoundTime(standing), standing.RoundsToNextLook);
        if (_budget.Fits(round / Safe, rounds))
        {
            return true;
        }

        Talk.Line(
            $"no further round: the next look takes {Rounds(rounds)} of about {TimeBudget.Format(round)}, "
                + $"and {TimeBudget.Format(_budget.Left)} of the budget are left"
        );
        return false;
    }

    // What is measured again may be a round of every case, long after these were decided.
    private bool FitsAgain(IReadOnlyList<ExtraRound> repeats)
    {
        var all = _run.Manifest.Cases.ConvertAll(planned => planned.Key);
        var time = CaseTimes
            .Of(_run.Manifest, _run.Samples)
            .Round(repeats.SelectMany(repeat => repeat.Cases ?? all));
        return _budget.Fits(time, 1);
    }

    private TimeSpan RoundTime(Standing standing) =>
        CaseTimes.Of(_run.Manifest, _run.Samples).Round(standing.NextCases);

    private void Say(Standing standing)
    {
        Talk.Line(
            $"{standing.Decided.Count} of {standing.Count} comparisons are decided, {TimeBudget.Format(_budget.Left)} of "
                + $"{TimeBudget.Format(_budget.Length)} are left; the next look is after {Rounds(standing.RoundsToNextLook)}; open, with what would probably decide:"
        );
        foreach (var comparison in standing.Open.Take(MostNamed))
        {
            Talk.Line($"  {comparison.Title}: {comparison.Outlook}");
        }

        if (standing.Open.Count > MostNamed)
        {
            Talk.Line($"  and {standing.Open.Count - MostNamed} more");
        }
    }

    private static string Rounds(int count) => Quantities.Counted(count, "round");
}
