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
        using var process = Process.GetCurrentProcess();
        return Of(run, process.StartTime.ToUniversalTime());
    }

    /// <summary>The same with the budget counted from a time of day, in UTC.</summary>
    public static SequentialRounds? Of(LiveRun run, DateTime began) =>
        run.Manifest.UntilDecided is { } rule
            ? new(run, new(TimeSpan.FromSeconds(rule.BudgetSeconds), () => DateTime.UtcNow - began))
            : null;

    /// <summary>Measures as long as it helps and fits; the report is drawn again after each round.</summary>
    /// <returns>How it ended; when early, the user has been told what is kept and how to go on.</returns>
    public RunEnd Measure(CancellationToken interrupted)
    {
        var end = RunEnd.Done;
        while (end == RunEnd.Done && Standing() is { Open.Count: > 0 } standing && Next(standing) is { } next)
        {
            Say(standing, next);
            end = MeasureToLook(next, interrupted);
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

    /// <summary>
    /// What is measured up to the next look: all that is open, or nothing when that does not fit. Where comparisons are measured
    /// apart, as many as fit in the plan's order; those that have the fewest rounds go first, so that each gets its first look.
    /// </summary>
    private Standing? Next(Standing standing)
    {
        var times = CaseTimes.Of(_run.Manifest, _run.Samples);
        var next =
            standing.Apart
                ? standing
                    .Open.GroupBy(comparison => comparison.Verdict.Rounds)
                    .OrderBy(group => group.Key)
                    .Select(group => Fitting(standing, group, times))
                    .FirstOrDefault(fitting => fitting.Open.Count > 0)
            : FitsLook(standing, times) ? standing
            : null;
        if (next is null)
        {
            Talk.Line(
                $"no further round: the next look takes {Rounds(standing.RoundsToNextLook)} of about {TimeBudget.Format(times.Round(standing.NextCases))}, "
                    + $"and {TimeBudget.Format(_budget.Left)} of the budget are left"
            );
        }

        return next;
    }

    private Standing Fitting(Standing standing, IEnumerable<OpenComparison> group, CaseTimes times) =>
        group.Aggregate(
            standing with
            {
                Open = [],
            },
            (chosen, comparison) =>
                chosen with { Open = [.. chosen.Open, comparison] } is var longer && FitsLook(longer, times)
                    ? longer
                    : chosen
        );

    private bool FitsLook(Standing standing, CaseTimes times) =>
        _budget.Fits(times.Round(standing.NextCases) / Safe, standing.RoundsToNextLook);

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

    private void Say(Standing standing, Standing next)
    {
        var later = standing.Open.Count - next.Open.Count;
        Talk.Line(
            $"{standing.Decided.Count} of {standing.Count} comparisons are decided, {TimeBudget.Format(_budget.Left)} of "
                + $"{TimeBudget.Format(_budget.Length)} are left; the next look is after {Rounds(next.RoundsToNextLook)}; "
                + (later > 0 ? $"{later} of the open ones come later, if there is time; " : "")
                + "open, with what would probably decide:"
        );
        foreach (var comparison in next.Open.Take(MostNamed))
        {
            Talk.Line($"  {comparison.Title}: {comparison.Outlook}");
        }

        if (next.Open.Count > MostNamed)
        {
            Talk.Line($"  and {next.Open.Count - MostNamed} more");
        }
    }

    private static string Rounds(int count) => Quantities.Counted(count, "round");
}
