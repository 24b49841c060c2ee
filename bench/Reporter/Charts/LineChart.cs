using Bench.Reporter.Fonts;
using Bench.Results;
using ScottPlot;
using SkiaSharp;

namespace Bench.Reporter.Charts;

/// <summary>Lines with intervals as bands, named where they end.</summary>
internal static class LineChart
{
    private const int Frame = 118;
    private const int LeastPlotPixels = 282;
    private const int PlotPixelsPerLine = 22;

    // More would be grey mud.
    private const int MostBands = 5;
    private const float MarkerSize = 9;
    private const float LabelSpacing = 17;
    private const float LabelWidth = 250;
    private const float LeaderPixels = 26;

    // Lines of one colour differ in their dashes.
    private static readonly Dashes[] s_dashes = [Dashes.None, Dashes.Long, Dashes.Dots, Dashes.Short];

    /// <summary>Pixels of the whole picture: the more lines, the more room for their names.</summary>
    public static int Height(IReadOnlyList<Line> lines, string subtitle) =>
        Frame + HeadingPanel.MoreFor(subtitle) + PlotPixels(lines);

    /// <summary>Room of the upright axis.</summary>
    public static Room UprightRoom(IReadOnlyList<Line> lines) => Room.Upright(PlotPixels(lines));

    /// <summary>False where there are so many lines that their bands are left out.</summary>
    public static bool HasBands(IReadOnlyList<Line> lines) => lines.Count <= MostBands;

    /// <summary>What the name of an axis says of bands, if there are any.</summary>
    public static string BandWords(IReadOnlyList<Line> lines, string what) =>
        HasBands(lines) ? $"; band: {what}" : "";

    /// <summary>Room of the axis across, beside the labels of these lines.</summary>
    public static Room AcrossRoom(IReadOnlyList<Line> lines) =>
        Room.Across(Theme.Width - 90 - LabelColumn(lines));

    public static Action<SKCanvas> Draw(
        string title,
        string subtitle,
        IReadOnlyList<Line> lines,
        Axis across,
        Axis upright,
        string acrossName,
        string uprightName,
        Limit? limit = null,
        IReadOnlyList<Crossing>? crossings = null
    ) =>
        canvas =>
        {
            using var plot = Theme.NewPlot(title, subtitle);
            across.ApplyTo(plot.Axes.Bottom);
            upright.ApplyTo(plot.Axes.Left);
            Theme.Name(plot.Axes.Bottom, acrossName);
            Theme.Name(plot.Axes.Left, uprightName);
            plot.Axes.Left.MajorTickStyle.Length = 0;
            plot.Axes.Left.MinorTickStyle.Length = 0;
            plot.Axes.Right.IsVisible = false;

            var perPixel = (across.High - across.Low) / AcrossRoom(lines).Pixels;
            plot.Axes.Bottom.Max = across.High + (LabelColumn(lines) * perPixel);
            if (limit is not null)
            {
                Level(plot, limit, across);
            }

            var rows = (crossings?.Count ?? 0) * CrossingMarks.RowPixels;
            var perUprightPixel = (upright.High - upright.Low) / (PlotPixels(lines) - rows);
            plot.Axes.Left.Max = upright.High + (rows * perUprightPixel);
            CrossingMarks.Draw(
                plot,
                crossings ?? [],
                upright.High,
                CrossingMarks.RowPixels * perUprightPixel,
                across.High,
                perPixel
            );
            foreach (var line in lines.Where(_ => HasBands(lines)))
            {
                Band(plot, line);
            }

            foreach (var (index, line) in lines.Index())
            {
                var alike = lines.Take(index).Count(other => other.Look.Colour == line.Look.Colour);
                Stroke(plot, line, s_dashes[alike % s_dashes.Length]);
            }

            Name(plot, lines, across.High, LeaderPixels * perPixel, upright, perUprightPixel);
            Theme.Render(plot, canvas, Height(lines, subtitle));
        };

    private static int PlotPixels(IReadOnlyList<Line> lines) =>
        Math.Max(LeastPlotPixels, PlotPixelsPerLine * lines.Count);

    private static float LabelColumn(IReadOnlyList<Line> lines) =>
        lines.Max(line => ChartFont.Measure(Text(line), Theme.Small)) + LeaderPixels + 16;

    private static string Text(Line line) => Labels.Fit(line.Label, Theme.Small, LabelWidth);

    private static void Band(Plot plot, Line line)
    {
        var points = line.Points.TakeWhile(point => point.Banded).ToList();
        if (points.Count < 2)
        {
            return;
        }

        var band = plot.Add.FillY([.. points.Select(point => (point.X, point.Low, point.High))]);
        band.FillColor = line.Look.Colour.WithAlpha(0.14);
        band.LineWidth = 0;
        band.MarkerSize = 0;
    }

    private static void Level(Plot plot, Limit limit, Axis across)
    {
        Theme.Stroke(
            plot,
            [new(across.Low, limit.At), new(across.High, limit.At)],
            Theme.Rule,
            1.5f,
            Dashes.Long
        );
        Theme.Write(
            plot,
            limit.Text,
            new(across.Low, limit.At),
            Theme.Muted,
            alignment: Alignment.LowerLeft,
            offsetX: 4,
            offsetY: -3
        );
    }

    private static void Stroke(Plot plot, Line line, Dashes dashes)
    {
        Theme.Stroke(
            plot,
            [.. line.Points.Select(point => new Coordinates(point.X, point.Y))],
            line.Look.Colour,
            line.Variant == VariantName.Default ? 2.25f : 1.5f,
            dashes
        );
        foreach (var point in line.Points.Where(point => point.Marked))
        {
            Theme.Mark(plot, line.Look, line.Variant, point.X, point.Y, MarkerSize);
        }
    }

    private static void Name(
        Plot plot,
        IReadOnlyList<Line> lines,
        double right,
        double leader,
        Axis upright,
        double perUprightPixel
    )
    {
        var ends = lines.Select(line => line.Points[^1]).ToList();
        var spacing = LabelSpacing * perUprightPixel;
        var places = Spread.Apart([.. ends.Select(end => end.Y)], spacing, upright.Low, upright.High);
        for (var i = 0; i < lines.Count; i++)
        {
            // Grey and dotted, from a mark at the line's own end: it leads to the name and is no part of the line.
            if (!ends[i].Marked)
            {
                Theme.Mark(plot, lines[i].Look, lines[i].Variant, ends[i].X, ends[i].Y, MarkerSize);
            }

            Theme.Stroke(
                plot,
                [new(ends[i].X, ends[i].Y), new(right, ends[i].Y), new(right + (leader * 0.6), places[i])],
                Theme.Rule,
                1,
                Dashes.Dots
            );
            Theme.Mark(plot, lines[i].Look, lines[i].Variant, right + (leader * 0.8), places[i], MarkerSize);
            Theme.Write(plot, Text(lines[i]), new(right + leader, places[i]), Theme.Ink, offsetX: 5);
        }
    }
}
