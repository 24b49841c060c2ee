using Bench.Reporter.Fonts;
using Bench.Results;
using ScottPlot;
using SkiaSharp;

namespace Bench.Reporter.Charts;

/// <summary>Lines with intervals as bands, named where they end.</summary>
internal static class LineChart
{
    public const int Height = 400;
    private const double PlotPixels = Height - 118;
    private const float MarkerSize = 9;
    private const float LabelSpacing = 17;
    private const float LabelWidth = 250;
    private const float LeaderPixels = 26;

    /// <summary>Room of the upright axis.</summary>
    public static Room UprightRoom => Room.Upright(PlotPixels);

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
            var perUprightPixel = (upright.High - upright.Low) / (PlotPixels - rows);
            plot.Axes.Left.Max = upright.High + (rows * perUprightPixel);
            CrossingMarks.Draw(
                plot,
                crossings ?? [],
                upright.High,
                CrossingMarks.RowPixels * perUprightPixel,
                across.High,
                perPixel
            );
            foreach (var line in lines)
            {
                Band(plot, line);
            }

            foreach (var line in lines)
            {
                Stroke(plot, line);
            }

            Name(plot, lines, across.High, LeaderPixels * perPixel, upright, perUprightPixel);
            plot.Render(canvas, Theme.Width, Height);
        };

    private static float LabelColumn(IReadOnlyList<Line> lines) =>
        lines.Max(line => ChartFont.Measure(Text(line), Theme.Small)) + LeaderPixels + 16;

    private static string Text(Line line) => Labels.Fit(line.Label, Theme.Small, LabelWidth);

    private static void Band(Plot plot, Line line)
    {
        var band = plot.Add.FillY([.. line.Points.Select(point => (point.X, point.Low, point.High))]);
        band.FillColor = line.Look.Colour.WithAlpha(0.14);
        band.LineWidth = 0;
        band.MarkerSize = 0;
    }

    private static void Level(Plot plot, Limit limit, Axis across)
    {
        var level = plot.Add.ScatterLine(
            new[] { across.Low, across.High },
            new[] { limit.At, limit.At },
            Theme.Rule
        );
        level.LineWidth = 1.5f;
        level.LinePattern = LinePattern.Dashed;
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

    private static void Stroke(Plot plot, Line line)
    {
        var curve = plot.Add.ScatterLine(
            line.Points.Select(point => point.X).ToArray(),
            line.Points.Select(point => point.Y).ToArray(),
            line.Look.Colour
        );
        curve.LineWidth = line.Variant == VariantName.Default ? 2.25f : 1.25f;
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
            var path = plot.Add.ScatterLine(
                new[] { ends[i].X, right, right + (leader * 0.6) },
                new[] { ends[i].Y, ends[i].Y, places[i] },
                lines[i].Look.Colour.WithAlpha(0.5)
            );
            path.LineWidth = 1;
            Theme.Mark(plot, lines[i].Look, lines[i].Variant, right + (leader * 0.8), places[i], MarkerSize);
            Theme.Write(plot, Text(lines[i]), new(right + leader, places[i]), Theme.Ink, offsetX: 5);
        }
    }
}
