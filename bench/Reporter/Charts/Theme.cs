using Bench.Reporter.Fonts;
using ScottPlot;
using ScottPlot.Rendering.RenderActions;
using SkiaSharp;

namespace Bench.Reporter.Charts;

/// <summary>Sizes and colours that every chart shares.</summary>
internal static class Theme
{
    public const int Width = 760;
    public const float Small = 12;
    public const float Body = 13;
    public const float Heading = 15;

    public static Color Ink { get; } = Color.FromHex("#1F2328");
    public static Color Muted { get; } = Color.FromHex("#59636E");
    public static Color Rule { get; } = Color.FromHex("#8C959F");
    public static Color Grid { get; } = Color.FromHex("#E6E9ED");
    public static Color Shade { get; } = Color.FromHex("#EEF1F4");

    /// <summary>An empty plot with the report's look: a heading, faint grid, no box.</summary>
    public static Plot NewPlot(string title, string subtitle)
    {
        ChartFont.Register();
        var plot = new Plot();
        plot.Axes.Remove(plot.Axes.Title);
        plot.Axes.AddPanel(new HeadingPanel(title, subtitle));
        plot.Grid.MajorLineColor = Grid;
        plot.Grid.MinorLineWidth = 0;
        plot.Grid.XAxisStyle.MajorLineStyle.AntiAlias = true;
        plot.Grid.YAxisStyle.MajorLineStyle.AntiAlias = true;
        plot.Axes.Top.IsVisible = false;
        foreach (var axis in plot.Axes.GetAxes())
        {
            axis.FrameLineStyle.Width = 0;
            axis.TickLabelStyle.FontName = ChartFont.Name;
            axis.TickLabelStyle.FontSize = Small;
            axis.TickLabelStyle.ForeColor = Ink;
        }

        plot.Axes.Bottom.FrameLineStyle.Width = 1;
        plot.Axes.Bottom.FrameLineStyle.Color = Rule;
        plot.Axes.Bottom.MajorTickStyle.Color = Rule;
        plot.Axes.Bottom.MinorTickStyle.Color = Rule;
        return plot;
    }

    /// <summary>
    /// Draws a plot over a whole canvas, once. ScottPlot draws a plot twice when it is the first time, since only then it knows how much
    /// room ticks take, and both would be in a vector picture: so that is done beforehand, without drawing.
    /// </summary>
    public static void Render(Plot plot, SKCanvas canvas, int height)
    {
        var whole = new PixelRect(0, Width, height, 0);
        var actions = plot.RenderManager.RenderActions;
        IRenderAction[] all = [.. actions];
        var layout = all.TakeWhile(action => action is not RenderStartingEvent).Count();
        actions.RemoveRange(layout, all.Length - layout);
        using (var nowhere = new SKNoDrawCanvas(Width, height))
        {
            plot.RenderManager.Render(nowhere, whole);
        }

        actions.AddRange(all[layout..]);
        plot.RenderManager.Render(canvas, whole);
    }

    /// <summary>A line through points.</summary>
    public static void Stroke(
        Plot plot,
        IReadOnlyList<Coordinates> points,
        Color colour,
        float width,
        Dashes dashes
    ) => plot.Add.Plottable(new DashedLine(points, colour, width, dashes));

    /// <summary>Names what an axis shows, quietly.</summary>
    public static void Name(IAxis axis, string text)
    {
        var label = axis.Label;
        label.Text = text;
        label.FontName = ChartFont.Name;
        label.FontSize = Small;
        label.ForeColor = Muted;
        label.Bold = false;
    }

    /// <summary>A marker with a white rim, so that it stands out from lines and bars beneath it.</summary>
    public static void Mark(Plot plot, ModelLook look, string variant, double x, double y, float size)
    {
        plot.Add.Marker(x, y, look.Filled, size + 4, Colors.White);
        var marker = plot.Add.Marker(x, y, look.Marker(variant), size, look.Colour);
        marker.MarkerStyle.LineWidth = 2;
    }

    /// <summary>A line of text at a place of the plot, shifted by pixels.</summary>
    public static void Write(
        Plot plot,
        string text,
        Coordinates place,
        Color colour,
        bool bold = false,
        Alignment alignment = Alignment.MiddleLeft,
        float offsetX = 0,
        float offsetY = 0
    )
    {
        var line = plot.Add.Text(text, place);
        line.LabelFontName = ChartFont.Name;
        line.LabelFontSize = Small;
        line.LabelFontColor = colour;
        line.LabelBold = bold;
        line.LabelBorderWidth = 0;
        line.LabelBackgroundColor = Colors.White.WithAlpha(0.9);
        line.LabelPixelPadding = new(3, 3, 0, 0);
        line.LabelAlignment = alignment;
        line.OffsetX = offsetX;
        line.OffsetY = offsetY;
    }
}
