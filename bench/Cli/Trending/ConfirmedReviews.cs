using Bench.Analysis;
using Bench.Analysis.Trends;
using Bench.Cli.Gating;
using Bench.Cli.Terminal;
using Bench.Measurement.Machine;
using Bench.Measurement.Planning;
using Bench.Results.History;

namespace Bench.Cli.Trending;

/// <summary>Reviews of a history whose changes are measured again on this machine.</summary>
internal static class ConfirmedReviews
{
    /// <param name="reviews">What the history says.</param>
    /// <param name="history">The history.</param>
    /// <param name="budget">Wall time of all measuring.</param>
    /// <param name="command">The command that repeats this, for the runs' folders.</param>
    /// <param name="interrupted">Ends it: what is left is not measured.</param>
    public static IReadOnlyList<TrendReview> Of(
        IReadOnlyList<TrendReview> reviews,
        IHistoryStore history,
        TimeSpan budget,
        string command,
        CancellationToken interrupted
    )
    {
        var models = Models.Load();
        var confirmer = new Confirmer(
            MachineProbe.Look().Fingerprint,
            GateCases.Known(models.Lanes),
            history.Runs(RunFilter.All).ToDictionary(run => (run.Run, run.StartedAt), run => run.Preset),
            (span, time) => Measure(models, span, reviews[0].Margin, time, command, interrupted)
        );
        return [.. reviews.Select(review => confirmer.Confirm(review, budget, interrupted))];
    }

    private static RunAnalysis? Measure(
        Models models,
        CommitSpan span,
        double margin,
        TimeSpan budget,
        string command,
        CancellationToken interrupted
    )
    {
        var (earlier, later) = (span.Earlier.Commit!, span.Later.Commit!);
        Talk.Line(
            $"measuring again: {Quantities.Counted(span.Cases.Count, "case")}, {earlier} against {later}, for at most {TimeBudget.Format(budget)}"
        );
        return new BuildComparison(models, BuildFacts.Repository)
        {
            Command = command,
            Margin = margin,
            Budget = budget,
            Preset = span.Preset,
        }
            .Measure(earlier, later, new(span.Cases), path: null, interrupted)
            ?.Run;
    }
}
