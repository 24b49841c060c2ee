using Bench.Reporter.Fonts;
using ScottPlot;

namespace Bench.Reporter.Charts;

/// <summary>Marks crossings: a light band as wide as the interval, a dotted line, and a label in a row above the lines.</summary>
internal static class CrossingMarks
{
    /// <summary>Pixels of one row of labels.</summary>
    public const double RowPixels = 17;

    private const float LabelGap = 4;

    /// <param name="plot">The plot, its axes already set.</param>
    /// <param name="crossings">The crossings, each in a row of its own.</param>
    /// <param name="top">Upper end of the lines' part of the axis, above which the rows are.</param>
    /// <param name="row">Height of a row, in plot coordinates.</param>
    /// <param name="right">Right end of the lines' part.</param>
    /// <param name="perPixel">Width of a pixel, in plot coordinates.</param>
    public static void Draw(
        Plot plot,
        IReadOnlyList<Crossing> crossings,
        double top,
        double row,
        double right,
        double perPixel
    )
    {
        foreach (var (index, crossing) in crossings.Index())
        {
            var place = top + ((crossings.Count - index - 0.5) * row);
            var band = plot.Add.Rectangle(
                crossing.Low,
                crossing.High,
                plot.Axes.Left.Min,
                top + ((crossings.Count - index) * row)
            );
            band.FillColor = Theme.Rule.WithAlpha(0.16);
            band.LineWidth = 0;
            Theme.Stroke(
                plot,
                [new(crossing.At, plot.Axes.Left.Min), new(crossing.At, place)],
                Theme.Muted,
                1,
                Dashes.Dots
            );
            Label(plot, crossing, place, right, perPixel);
        }
    }

    // To the right of its line, else to the left, else over it where neither side is wide enough.
    private static void Label(Plot plot, Crossing crossing, double y, double right, double perPixel)
    {
        const float Gaps = 4 * LabelGap;
        var left = plot.Axes.Bottom.Min;
        var text = Labels.Fit(crossing.Label, Theme.Small, (float)((right - left) / perPixel) - Gaps);
        var width = (ChartFont.Measure(text, Theme.Small) + Gaps) * perPixel;
        var (x, alignment, offset) =
            crossing.At + width <= right ? (crossing.At, Alignment.MiddleLeft, LabelGap)
            : crossing.At - width >= left ? (crossing.At, Alignment.MiddleRight, -LabelGap)
            : (Math.Max(left, right - width), Alignment.MiddleLeft, LabelGap);
        Theme.Write(plot, text, new(x, y), Theme.Ink, alignment: alignment, offsetX: offset);
    }
}
