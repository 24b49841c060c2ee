using Bench.Reporter.Fonts;
using ScottPlot;

namespace Bench.Reporter.Charts;

/// <summary>Title and subtitle, flush left over the whole figure.</summary>
internal sealed class HeadingPanel(string title, string subtitle) : IPanel
{
    private const float Margin = 14;
    private const float TitleTop = 12;
    private const float SubtitleTop = 33;
    private const float Size = 58;

    public bool IsVisible { get; set; } = true;
    public float MinimumSize { get; set; } = Size;
    public float MaximumSize { get; set; } = Size;
    public Edge Edge => Edge.Top;
    public bool ShowDebugInformation { get; set; }

    public float Measure(Paint paint) => Size;

    public PixelRect GetPanelRect(PixelRect dataRect, float size, float offset, Paint paint) =>
        new(dataRect.Left, dataRect.Right, dataRect.Top - offset, dataRect.Top - offset - size);

    public void Render(RenderPack rp, float size, float offset)
    {
        var left = rp.FigureRect.Left + Margin;
        var width = rp.FigureRect.Width - (2 * Margin);
        Line(
            rp,
            Labels.Fit(title, Theme.Heading, width, bold: true),
            Theme.Heading,
            true,
            Theme.Ink,
            left,
            TitleTop
        );
        Line(
            rp,
            Labels.Fit(subtitle, Theme.Small, width),
            Theme.Small,
            false,
            Theme.Muted,
            left,
            SubtitleTop
        );
    }

    private static void Line(
        RenderPack rp,
        string text,
        float size,
        bool bold,
        Color colour,
        float left,
        float top
    ) =>
        new LabelStyle
        {
            Text = text,
            FontName = ChartFont.Name,
            FontSize = size,
            Bold = bold,
            ForeColor = colour,
            BorderWidth = 0,
            Alignment = Alignment.UpperLeft,
        }.Render(rp.Canvas, new Pixel(left, rp.FigureRect.Top + top), rp.Paint);
}
