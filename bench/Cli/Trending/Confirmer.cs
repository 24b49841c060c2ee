using Bench.Analysis;
using Bench.Analysis.Trends;
using Bench.Results.History;

namespace Bench.Cli.Trending;

/// <summary>Measures what a history shows again: the commits before and after each change, in the same rounds of one run.</summary>
/// <param name="machine">Fingerprint of this machine.</param>
/// <param name="known">Ids of the cases that can be measured.</param>
/// <param name="presets">Preset of each run by its id and start.</param>
/// <param name="measure">Measures both commits of a span within a time; null when it was interrupted or neither commit has the cases.</param>
internal sealed class Confirmer(
    string machine,
    IReadOnlySet<string> known,
    IReadOnlyDictionary<(string Run, DateTimeOffset StartedAt), string> presets,
    Func<CommitSpan, TimeSpan, RunAnalysis?> measure
)
{
    /// <summary>The review with what came of it.</summary>
    /// <param name="review">What a history says.</param>
    /// <param name="budget">Wall time of all measuring; builds come before.</param>
    /// <param name="interrupted">Ends it: what is left is not measured.</param>
    public TrendReview Confirm(TrendReview review, TimeSpan budget, CancellationToken interrupted)
    {
        var looked = review
            .Findings.Select(finding => (Finding: finding, Reason: WhyNot(review, finding)))
            .ToLookup(one => one.Reason is null);
        var spans = CommitSpan.Merge(
            looked[true].Select(one => CommitSpan.Of(one.Finding, PresetName.Parse(Preset(one.Finding)!)))
        );
        return review with
        {
            Confirmations =
            [
                .. looked[false].Select(one => Confirmation.NotMeasured(one.Finding, one.Reason!)),
                .. spans.SelectMany(span => Of(span, review.Margin, budget / spans.Count, interrupted)),
            ],
        };
    }

    private string? WhyNot(TrendReview review, TrendFinding finding)
    {
        if (finding.Change.Kind != ChangeKind.Step)
        {
            return "only a step lies between two commits";
        }

        if (review.Machine != machine)
        {
            return $"its runs are of another machine ({review.Machine}), and this is {machine}";
        }

        if (!known.Contains(finding.Trend.Series.Case))
        {
            return "this suite no longer has the case";
        }

        if (Preset(finding) is not { } preset || !PresetName.Is(preset))
        {
            return "its runs are of no preset";
        }

        var span = CommitSpan.Of(finding, PresetName.Parse(preset));
        return (span.Earlier.Commit, span.Later.Commit) switch
        {
            (null, _) or (_, null) => "the commits around it are not known",
            var (earlier, later) when earlier.Contains('+') || later.Contains('+') =>
                "runs around it were of changes that were not committed",
            var (earlier, later) when earlier == later =>
                "all runs around it are of one commit: not this repository's code",
            _ => null,
        };
    }

    private IReadOnlyList<Confirmation> Of(
        CommitSpan span,
        double margin,
        TimeSpan budget,
        CancellationToken interrupted
    )
    {
        if (interrupted.IsCancellationRequested)
        {
            return NotMeasured(span, "interrupted");
        }

        try
        {
            return measure(span, budget) is { } run ? Confirmation.Of(span.Findings, run, margin)
                : interrupted.IsCancellationRequested ? NotMeasured(span, "interrupted")
                : NotMeasured(span, "the two commits do not both have this case");
        }
        catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
        {
            return NotMeasured(span, "interrupted");
        }
        catch (UserException error)
        {
            return NotMeasured(span, error.Message);
        }
    }

    private static IReadOnlyList<Confirmation> NotMeasured(CommitSpan span, string reason) =>
        [.. span.Findings.Select(finding => Confirmation.NotMeasured(finding, reason))];

    private string? Preset(TrendFinding finding) => Preset(finding.First.Source);

    private string? Preset(SeriesPoint run) => presets.GetValueOrDefault((run.Run, run.StartedAt));
}
