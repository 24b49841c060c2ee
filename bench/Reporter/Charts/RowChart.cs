using Bench.Reporter.Fonts;
using ScottPlot;
using ScottPlot.TickGenerators;
using SkiaSharp;

namespace Bench.Reporter.Charts;

/// <summary>Values with intervals as dots, one row each, all rows on one axis; the figures stand at the right.</summary>
internal sealed class RowChart
{
    private const int RowHeight = 26;
    private const int Frame = 118;
    private const float MarkerSize = 11;
    private const double CapRows = 0.17;
    private const double RimPixels = 4;
    private const double ArrowPixels = 6;
    private const float LabelWidth = 190;

    private readonly IReadOnlyList<RowGroup> _groups;
    private readonly Axis _axis;
    private readonly double _room;
    private readonly Plot _plot;
    private readonly List<Tick> _names = [];
    private readonly List<Tick> _figures = [];

    private RowChart(string title, string subtitle, IReadOnlyList<RowGroup> groups, Axis axis)
    {
        _groups = groups;
        _axis = axis;
        _room = AxisRoom(groups).Pixels;
        _plot = Theme.NewPlot(title, subtitle);
    }

    /// <summary>Room that the axis has beside names and figures.</summary>
    public static Room AxisRoom(IReadOnlyList<RowGroup> groups)
    {
        var rows = groups.SelectMany(group => group.Rows).ToList();
        var names = rows.Max(row => ChartFont.Measure(Name(row), Theme.Small));
        var figures = rows.Max(row => row.Value is null ? 0 : ChartFont.Measure(row.Words, Theme.Small));
        return Room.Across(Math.Max(120, Theme.Width - names - figures - 60));
    }

    public static int Height(IReadOnlyList<RowGroup> groups, string subtitle) =>
        Frame + HeadingPanel.MoreFor(subtitle) + (RowHeight * Lines(groups));

    /// <summary>Draws the rows; a band, when given, shades what counts as no difference around the value 1.</summary>
    public static Action<SKCanvas> Draw(
        string title,
        string subtitle,
        IReadOnlyList<RowGroup> groups,
        Axis axis,
        string axisName,
        double? margin = null
    ) =>
        canvas =>
        {
            var chart = new RowChart(title, subtitle, groups, axis);
            using (chart._plot)
            {
                chart.Fill(axisName, margin);
                Theme.Render(chart._plot, canvas, Height(groups, subtitle));
            }
        };

    private static int Lines(IReadOnlyList<RowGroup> groups) =>
        groups.Sum(group => group.Rows.Count + (group.Heading.Length == 0 ? 0 : 1));

    private static string Name(Row row) => Labels.Fit(row.Label, Theme.Small, LabelWidth);

    private void Fill(string axisName, double? margin)
    {
        _plot.Axes.SetLimitsY(-Lines(_groups) + 0.5, 0.5);
        _plot.Axes.SetLimitsY(-Lines(_groups) + 0.5, 0.5, _plot.Axes.Right);
        _axis.ApplyTo(_plot.Axes.Bottom);
        Theme.Name(_plot.Axes.Bottom, axisName);
        if (margin is { } share)
        {
            Reference(share);
        }

        var y = 0;
        foreach (var group in _groups)
        {
            if (group.Heading.Length > 0)
            {
                Theme.Write(_plot, group.Heading, new(_axis.Low, y), Theme.Ink, bold: true, offsetX: 2);
                y--;
            }

            foreach (var row in group.Rows)
            {
                Draw(row, y--);
            }
        }

        Label(_plot.Axes.Left, _names);
        Label(_plot.Axes.Right, _figures);
    }

    private void Reference(double margin)
    {
        var band = _plot.Add.HorizontalSpan(_axis.Place(1 / (1 + margin)), _axis.Place(1 + margin));
        band.FillColor = Theme.Shade;
        band.LineWidth = 0;
        var one = _plot.Add.VerticalLine(_axis.Place(1));
        one.Color = Theme.Rule;
        one.LineWidth = 1;
    }

    private void Draw(Row row, double y)
    {
        _names.Add(Tick.Major(y, Name(row)));
        if (row.Value is not { } value)
        {
            var words = Labels.Fit(row.Words, Theme.Small, (float)_room - 12);
            Theme.Write(_plot, words, new(_axis.Low, y), Theme.Muted, offsetX: 6);
            return;
        }

        _figures.Add(Tick.Major(y, row.Words));
        if (value is { Low: { } low, High: { } high } && !IsHidden(value.Value, low, high))
        {
            var (left, right) = (Within(low), Within(high));
            Stroke(left, y, right, y, row.Look.Colour, 2);
            End(left, y, _axis.IsBeyond(low) ? ArrowPixels : 0, row.Look.Colour);
            End(right, y, _axis.IsBeyond(high) ? -ArrowPixels : 0, row.Look.Colour);
        }

        Theme.Mark(_plot, row.Look, row.Variant, _axis.Place(value.Value), y, MarkerSize);
    }

    private double PerPixel => (_axis.High - _axis.Low) / _room;

    private double Within(double value) => Math.Clamp(_axis.Place(value), _axis.Low, _axis.High);

    // A bar that reaches hardly further than the marker and its rim would leave crumbs beside it.
    private bool IsHidden(double centre, double low, double high) =>
        Math.Max(_axis.Place(centre) - Within(low), Within(high) - _axis.Place(centre))
        < ((MarkerSize / 2) + RimPixels) * PerPixel;

    // A cap, or the head of an arrow where the interval goes on beyond the axis.
    private void End(double x, double y, double slant, Color colour)
    {
        Stroke(x + (slant * PerPixel), y - CapRows, x, y, colour, 2);
        Stroke(x, y, x + (slant * PerPixel), y + CapRows, colour, 2);
    }

    private void Stroke(double x1, double y1, double x2, double y2, Color colour, float width)
    {
        var line = _plot.Add.Line(x1, y1, x2, y2);
        line.Color = colour;
        line.LineWidth = width;
        line.MarkerSize = 0;
    }

    private static void Label(IAxis axis, List<Tick> ticks)
    {
        axis.TickGenerator = new NumericManual([.. ticks]);
        axis.MajorTickStyle.Length = 0;
    }
}
