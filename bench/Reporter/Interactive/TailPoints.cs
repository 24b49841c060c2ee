using Bench.Reporter.Charts;

namespace Bench.Reporter.Interactive;

/// <summary>A percentile curve at fewer places than in the picture: every nine, and four between two of them.</summary>
internal static class TailPoints
{
    // Twenty steps of the curve are a nine, and the first nine is its step 14.
    private const int Every = 4;
    private const int FirstNine = 14;
    private const int Last = 120;

    private static readonly int[] s_steps =
    [
        0,
        .. Enumerable.Range(1, Last).Where(step => (step - FirstNine) % Every == 0),
    ];

    public static IReadOnlyList<double> Nines { get; } =
    [.. s_steps.Select(step => Math.Round(TailCurve.First + (step * TailCurve.Step), 2))];

    /// <summary>Nanoseconds: merged, lowest launch, highest launch.</summary>
    public static IReadOnlyList<double[]> Of(Line line)
    {
        LinePoint[] points =
        [
            .. s_steps.TakeWhile(step => step < line.Points.Count).Select(step => line.Points[step]),
        ];
        return
        [
            [.. points.Select(point => Value(point.Y))],
            [.. points.Select(point => Value(point.Low))],
            [.. points.Select(point => Value(point.High))],
        ];
    }

    private static double Value(double log) => Digits.ToDraw(Math.Pow(10, log));
}
