using System.Globalization;

namespace Bench.Analysis.Trends;

/// <summary>Trends in words.</summary>
public static class TrendWords
{
    /// <summary>For example <c>worse: step up</c>, <c>possibly better: slow drift down</c>, <c>scatter wider</c>.</summary>
    public static string Verdict(TrendChange change)
    {
        var perhaps = change.Certainty == Certainty.Likely ? "" : "possibly ";
        var up = change.Ratio > 1;
        return change.Kind switch
        {
            ChangeKind.Step => $"{perhaps}{Word(change.Outcome)}: step {(up ? "up" : "down")}",
            ChangeKind.Drift => $"{perhaps}{Word(change.Outcome)}: slow drift {(up ? "up" : "down")}",
            _ => $"{perhaps}scatter {(up ? "wider" : "narrower")}",
        };
    }

    /// <summary>For example <c>+21.3 %</c>, or <c>×2.31</c> where it is more than half or double.</summary>
    public static string Size(TrendChange change) => Factor(change, change.Ratio);

    /// <summary>Its 95 % interval, such as <c>[+18.0 % – +24.9 %]</c>.</summary>
    public static string Interval(TrendChange change) =>
        $"[{Factor(change, change.Low)} – {Factor(change, change.High)}]";

    /// <summary>A ratio as a change in percent, such as <c>+21.3 %</c>.</summary>
    public static string Percent(double ratio)
    {
        var percent = (ratio - 1) * 100;
        return $"{(percent < 0 ? "−" : "+")}{Math.Abs(percent).ToString("0.0", CultureInfo.InvariantCulture)} %";
    }

    /// <summary>When: the day of the first run after, and how far that is known; of a drift from when to when.</summary>
    public static string When(TrendFinding finding)
    {
        var change = finding.Change;
        if (change.Kind == ChangeKind.Drift)
        {
            return $"{Day(finding.Before)} to {Day(finding.First)}, all along";
        }

        var (earliest, latest) = (finding.Trend.Points[change.Earliest], finding.Trend.Points[change.Latest]);
        var range = (Day(earliest), Day(latest));
        return change.Earliest == change.Latest || range.Item1 == range.Item2
            ? Day(finding.First)
            : $"{Day(finding.First)} (between {range.Item1} and {range.Item2})";
    }

    /// <summary>Last commit before .. first commit after, or that it is the same one.</summary>
    public static string Commits(TrendFinding finding)
    {
        var (before, after) = (finding.Before.Source.Commit, finding.First.Source.Commit);
        return (before, after) switch
        {
            (null, null) => "no commit known",
            _ when before == after && after!.Contains('+', StringComparison.Ordinal) =>
                $"{CommitName.Short(after)} before and after, with changes that were not committed",
            _ when before == after =>
                $"{CommitName.Short(after)} before and after: not this repository's code",
            _ => $"{CommitName.Short(before)}..{CommitName.Short(after)}",
        };
    }

    /// <summary>Runtime and packages that changed at the same place; empty when none did.</summary>
    public static string Alongside(TrendFinding finding) => string.Join(", ", finding.Alongside);

    /// <summary>The first line: what got worse, or that nothing did.</summary>
    /// <param name="reviews">Of one time, each of another machine; at least one.</param>
    public static string Headline(IReadOnlyList<TrendReview> reviews)
    {
        var since = $"since {reviews[0].SinceWords}";
        var all = reviews.Sum(review => review.Series.Count);
        var worse = reviews.Sum(review => review.Worse.DistinctBy(finding => finding.Trend).Count());
        if (worse > 0)
        {
            return $"{worse} of {Quantities.Counted(all, "series", "")} got worse {since}";
        }

        if (!reviews.Any(review => review.CanSay))
        {
            return $"too little history to say what changed {since}: {reviews.Sum(review => review.Telling.Count)} of {Quantities.Counted(all, "series", "")} have {SeriesAnalysis.FewestPoints} runs, {Outliers.Level} of them since then";
        }

        return reviews.Any(review => review.Findings.Count > 0)
            ? $"nothing got worse {since} for certain; what changed otherwise is below"
            : $"nothing changed {since}";
    }

    /// <summary>How many series were looked at, and what would have been seen.</summary>
    public static string Power(TrendReview review)
    {
        var looked = $"{Quantities.Counted(review.Telling.Count, "series", "")} looked at";
        return review.SmallestStep is { } smallest
            ? $"{looked}; ten runs after it, a step of {Percent(smallest.Median)} would have been seen in half of them, and of {Percent(smallest.Most)} in all (with a chance of 95 % each)"
            : looked;
    }

    /// <summary>What came of measuring a change again, such as <c>confirmed: +32.1 % [+28.0 % – +36.4 %], 8 rounds</c>.</summary>
    public static string Again(Confirmation confirmation)
    {
        var word = confirmation.Outcome switch
        {
            ConfirmationOutcome.Confirmed => "confirmed",
            ConfirmationOutcome.NotReproduced => "not reproduced, so not the code between these commits",
            ConfirmationOutcome.Open => "open",
            _ => "not measured",
        };
        string[] rest =
        [
            .. confirmation.Verdict is { } verdict ? [Measured(verdict)] : Array.Empty<string>(),
            .. confirmation.Reason is { } reason ? [reason] : Array.Empty<string>(),
        ];
        return rest.Length == 0 ? word : $"{word}: {string.Join("; ", rest)}";
    }

    /// <summary>How many of the changes that were measured again are confirmed; empty when none was asked for.</summary>
    public static string Again(TrendReview review)
    {
        var asked = review.Confirmations;
        return asked.Count == 0
            ? ""
            : $"measured again, both commits in the same rounds: {Number(ConfirmationOutcome.Confirmed)} of {Quantities.Counted(asked.Count, "change")} confirmed, {Number(ConfirmationOutcome.NotReproduced)} not reproduced, {Number(ConfirmationOutcome.Open)} open, {Number(ConfirmationOutcome.NotMeasured)} not measured";

        int Number(ConfirmationOutcome outcome) =>
            asked.Count(confirmation => confirmation.Outcome == outcome);
    }

    /// <summary>A single far point: whether it stands alone, or is at the end and may be the beginning of a change.</summary>
    public static string Outlier(SeriesTrend trend, int index)
    {
        var ratio = Percent(trend.Points[index].Centre.Value / trend.Levels[index]);
        return index >= trend.Points.Count - (Outliers.Level - 1)
            ? $"{Day(trend.Points[index])}: {ratio}, an outlier or the beginning of a change: the next runs will tell"
            : $"{Day(trend.Points[index])}: {ratio}, an outlier";
    }

    /// <summary>That series end in an outlier; empty when none does.</summary>
    public static string LastRun(TrendReview review)
    {
        var open = review.Series.Count(trend => trend.EndsInOutlier);
        return open == 0
            ? ""
            : $"in {open} of them the last run is far off: an outlier, or the beginning of a change; the next two runs will tell";
    }

    public static string Day(TrendPoint point) =>
        point.Source.StartedAt.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Measured(Verdict verdict)
    {
        var rounds = Quantities.Counted(verdict.Rounds, "round");
        return verdict.Ratio is { } ratio && verdict is { Low: { } low, High: { } high }
            ? $"{Percent(ratio)} [{Percent(low)} – {Percent(high)}] over {rounds}"
            : rounds;
    }

    private static string Factor(TrendChange change, double ratio) =>
        change is { Kind: not ChangeKind.Spread, Ratio: > 0.5 and < 2 }
            ? Percent(ratio)
            : $"×{Quantities.Significant(ratio)}";

    private static string Word(Outcome outcome) => outcome == Outcome.Worse ? "worse" : "better";
}
