using Bench.Reporter.Fonts;
using ScottPlot;

namespace Bench.Reporter.Charts;

/// <summary>Title and subtitle, flush left over the whole figure; a subtitle that is too long for a line has two.</summary>
internal sealed class HeadingPanel : IPanel
{
    private const int LineHeight = 16;
    private const float Margin = 14;
    private const float TitleTop = 12;
    private const float SubtitleTop = 33;
    private const float OneLine = 58;
    private const float TextWidth = Theme.Width - (2 * Margin);

    private readonly string _title;
    private readonly IReadOnlyList<string> _subtitle;
    private readonly float _size;

    public HeadingPanel(string title, string subtitle)
    {
        _title = Labels.Fit(title, Theme.Heading, TextWidth, bold: true);
        _subtitle = Lines(subtitle);
        _size = OneLine + More(_subtitle);
        (MinimumSize, MaximumSize) = (_size, _size);
    }

    public bool IsVisible { get; set; } = true;
    public float MinimumSize { get; set; }
    public float MaximumSize { get; set; }
    public Edge Edge => Edge.Top;
    public bool ShowDebugInformation { get; set; }

    /// <summary>Pixels that a picture needs more than one with a subtitle of one line.</summary>
    public static int MoreFor(string subtitle) => More(Lines(subtitle));

    public float Measure(Paint paint) => _size;

    public PixelRect GetPanelRect(PixelRect dataRect, float size, float offset, Paint paint) =>
        new(dataRect.Left, dataRect.Right, dataRect.Top - offset, dataRect.Top - offset - size);

    public void Render(RenderPack rp, float size, float offset)
    {
        var left = rp.FigureRect.Left + Margin;
        Line(rp, _title, Theme.Heading, true, Theme.Ink, left, TitleTop);
        foreach (var (index, line) in _subtitle.Index())
        {
            Line(rp, line, Theme.Small, false, Theme.Muted, left, SubtitleTop + (index * LineHeight));
        }
    }

    private static int More(IReadOnlyList<string> lines) => (lines.Count - 1) * LineHeight;

    private static IReadOnlyList<string> Lines(string subtitle) =>
        Labels.OneOrTwoLines(subtitle, Theme.Small, TextWidth);

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
