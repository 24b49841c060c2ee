using Bench.Results.History;

namespace Bench.Analysis.Trends;

/// <summary>Looks at one series. A point is the logarithm of its rounds' centre: changes are ratios.</summary>
internal static class SeriesAnalysis
{
    /// <summary>Runs that a series has at least: with fewer, noise cannot be told from a change.</summary>
    public const int FewestPoints = 10;

    /// <param name="series">The series.</param>
    /// <param name="margin">The largest change that does not matter, such as 0.05.</param>
    /// <param name="family">Series that are looked at together.</param>
    public static SeriesTrend Of(MetricSeries series, double margin, int family)
    {
        var metric = Metrics.Find(series.Metric);
        List<TrendPoint> points = [.. series.Points.Select(TrendPoint.Of)];
        if (WhyNot(points) is { } reason)
        {
            return SeriesTrend.NotJudged(series, metric, points, reason);
        }

        double[] values = [.. points.Select(point => Math.Log(point.Centre.Value))];
        var least = Math.Log(1 + margin);
        var aside = Outliers.In(values);
        int[] kept = [.. Enumerable.Range(0, values.Length).Except(aside)];
        var model = SeriesModel.Of([.. kept.Select(index => values[index])], least, family);
        double[] levels = [.. values.Select((_, index) => model.Levels[Place(kept, index)])];
        return new(
            series,
            metric,
            points,
            [.. Changes(model, kept, metric).OrderBy(change => change.At)],
            [.. aside.Where(index => Math.Abs(values[index] - levels[index]) >= least)],
            [.. levels.Select(Math.Exp)],
            model.Noise,
            model.Dependence,
            Math.Exp(model.SmallestStep),
            null
        );
    }

    private static string? WhyNot(List<TrendPoint> points) =>
        points.Count < FewestPoints ? $"too short: needs {FewestPoints} runs, has {points.Count}"
        : points.Exists(point => !(point.Centre.Value > 0 && double.IsFinite(point.Centre.Value)))
            ? "a run's value is zero, negative or no number, and trends are ratios"
        : null;

    // Of what was set aside, the level of the point before it.
    private static int Place(int[] kept, int index)
    {
        var place = Array.BinarySearch(kept, index);
        return place >= 0 ? place : Math.Max(0, ~place - 1);
    }

    private static IEnumerable<TrendChange> Changes(SeriesModel model, int[] kept, Metric metric)
    {
        foreach (var step in model.Steps)
        {
            var (low, high) = step.Effect.Interval;
            yield return Placed(
                ChangeKind.Step,
                step,
                kept,
                (Math.Exp(step.Effect.Size), Math.Exp(low), Math.Exp(high)),
                Judge(step.Effect.Size, metric),
                step.PValue / SeriesModel.StepShare
            );
        }

        if (model.Spread is { } spread)
        {
            yield return Placed(
                ChangeKind.Spread,
                spread.Step,
                kept,
                (spread.Ratio, spread.Low, spread.High),
                Outcome.Inconclusive,
                spread.Step.PValue / SeriesModel.SpreadShare
            );
        }

        if (model.Drift is { } drift)
        {
            var (low, high) = drift.Interval;
            yield return new(
                ChangeKind.Drift,
                kept[0],
                kept[^1],
                kept[0],
                kept[^1],
                Math.Exp(drift.Size),
                Math.Exp(low),
                Math.Exp(high),
                Judge(drift.Size, metric),
                drift.PValue / SeriesModel.DriftShare
            );
        }
    }

    private static TrendChange Placed(
        ChangeKind kind,
        FoundStep step,
        int[] kept,
        (double Value, double Low, double High) ratio,
        Outcome outcome,
        double pValue
    ) =>
        new(
            kind,
            kept[step.At - 1],
            kept[step.At],
            kept[step.Earliest],
            kept[step.Latest],
            ratio.Value,
            ratio.Low,
            ratio.High,
            outcome,
            pValue
        );

    private static Outcome Judge(double effect, Metric metric) =>
        effect > 0 == metric.HigherIsBetter ? Outcome.Better : Outcome.Worse;
}
