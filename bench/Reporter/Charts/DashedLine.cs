using ScottPlot;
using SkiaSharp;

namespace Bench.Reporter.Charts;

/// <summary>
/// A line of dashes that are drawn one by one: Skia's SVG canvas leaves a paint's dashes out, and what is dashed in one form of a picture
/// would be solid in the other.
/// </summary>
/// <param name="points">Its points, in plot coordinates.</param>
/// <param name="colour">Its colour.</param>
/// <param name="width">Its width in pixels.</param>
/// <param name="dashes">Its dashes.</param>
internal sealed class DashedLine(IReadOnlyList<Coordinates> points, Color colour, float width, Dashes dashes)
    : IPlottable
{
    public bool IsVisible { get; set; } = true;
    public IAxes Axes { get; set; } = new Axes();
    public IEnumerable<LegendItem> LegendItems => [];

    public AxisLimits GetAxisLimits() => AxisLimits.NoLimits;

    public void Render(RenderPack rp)
    {
        using var whole = new SKPath();
        whole.AddPoly(
            [.. points.Select(Axes.GetPixel).Select(pixel => new SKPoint(pixel.X, pixel.Y))],
            close: false
        );
        using var measure = new SKPathMeasure(whole);
        using var drawn = new SKPath();
        for (var at = 0f; at < measure.Length; at += dashes.Length + dashes.Gap)
        {
            measure.GetSegment(
                at,
                Math.Min(at + dashes.Length, measure.Length),
                drawn,
                startWithMoveTo: true
            );
        }

        using var paint = new SKPaint
        {
            Color = colour.ToSKColor(),
            IsStroke = true,
            StrokeWidth = width,
            IsAntialias = true,
        };
        rp.Canvas.DrawPath(drawn, paint);
    }
}
