using Bench.Reporter.Charts;
using Bench.Reporter.Fonts;
using ScottPlot;
using SkiaSharp;

namespace Bench.Reporter.Trends;

/// <summary>Runs over time with their intervals as a band, the level as a thick line, and a mark at every change.</summary>
internal static class TrendChart
{
    private const int OneLine = 340;
    private const double PlotPixels = OneLine - 118;
    private const double AcrossPixels = Theme.Width - 90;
    private const float PointSize = 6;
    private const float OutlierSize = 9;
    private const float LabelGap = 8;

    private static readonly Color s_colour = Color.FromHex("#0072B2");

    public static Room UprightRoom => Room.Upright(PlotPixels);

    public static int Height(string subtitle) => OneLine + HeadingPanel.MoreFor(subtitle);

    public static Action<SKCanvas> Draw(
        string title,
        string subtitle,
        TrendLine line,
        Charts.Axis upright,
        IReadOnlyList<Tick> days,
        IReadOnlyList<Crossing> changes
    ) =>
        canvas =>
        {
            using var plot = Theme.NewPlot(title, subtitle);
            var label = ChartFont.Measure(line.LastLevel, Theme.Small) + (2 * LabelGap) + 6;
            var last = line.Points.Count - 1;
            var perPixel = (last + 1) / (AcrossPixels - label);
            new Charts.Axis(-0.5, last + 0.5, days, IsLog: false).ApplyTo(plot.Axes.Bottom);
            plot.Axes.Bottom.Max = last + 0.5 + (label * perPixel);
            upright.ApplyTo(plot.Axes.Left);
            Theme.Name(plot.Axes.Bottom, "day of the run (each run has the same room)");
            plot.Axes.Left.MajorTickStyle.Length = 0;
            plot.Axes.Left.MinorTickStyle.Length = 0;
            plot.Axes.Right.IsVisible = false;
            var rows = changes.Count * CrossingMarks.RowPixels;
            var perUprightPixel = (upright.High - upright.Low) / (PlotPixels - rows);
            plot.Axes.Left.Max = upright.High + (rows * perUprightPixel);
            CrossingMarks.Draw(
                plot,
                changes,
                upright.High,
                CrossingMarks.RowPixels * perUprightPixel,
                last + 0.5,
                perPixel
            );
            Band(plot, line);
            Points(plot, line);
            Levels(plot, line);
            Theme.Render(plot, canvas, Height(subtitle));
        };

    private static void Band(Plot plot, TrendLine line)
    {
        var band = plot.Add.FillY([.. line.Points.Select(point => (point.X, point.Low, point.High))]);
        band.FillColor = s_colour.WithAlpha(0.14);
        band.LineWidth = 0;
        band.MarkerSize = 0;
    }

    private static void Points(Plot plot, TrendLine line)
    {
        foreach (var (index, point) in line.Points.Index())
        {
            if (line.Outliers.Contains(index))
            {
                var ring = plot.Add.Marker(
                    point.X,
                    point.Y,
                    MarkerShape.OpenCircle,
                    OutlierSize,
                    Theme.Muted
                );
                ring.MarkerStyle.LineWidth = 1.5f;
            }
            else
            {
                plot.Add.Marker(point.X, point.Y, MarkerShape.FilledCircle, PointSize, s_colour);
            }
        }
    }

    private static void Levels(Plot plot, TrendLine line)
    {
        foreach (var level in line.Levels)
        {
            var stroke = plot.Add.ScatterLine(
                level.Select(point => point.X).ToArray(),
                level.Select(point => point.Y).ToArray(),
                Theme.Ink
            );
            stroke.LineWidth = 2;
        }

        var end = line.Levels[^1][^1];
        Theme.Write(plot, line.LastLevel, new(end.X, end.Y), Theme.Ink, bold: true, offsetX: LabelGap);
    }
}
