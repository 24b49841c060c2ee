using Bench.Analysis;
using Bench.Reporter.Fonts;
using Bench.Results;
using ScottPlot;
using ScottPlot.Hatches;
using ScottPlot.TickGenerators;
using SkiaSharp;

namespace Bench.Reporter.Charts;

/// <summary>Operations as bars over time, one line each, lanes under each other on one axis.</summary>
internal sealed class OperationsChart
{
    private const int RowPixels = 15;
    private const int Frame = 122;
    private const double HeadingRows = 1.7;
    private const double LegendRows = 2;
    private const double PlotPixels = Theme.Width - 110;
    private const double ThinnestPixels = 1.5;
    private const double LegendMarkPixels = 26;
    private const double LegendGapPixels = 30;
    private const string Step = "step";

    private static readonly Color s_step = Color.FromHex("#0072B2");
    private static readonly Color s_backend = Color.FromHex("#E69F00");
    private static readonly Color s_waking = Color.FromHex("#A33B00");

    private readonly Plot _plot;
    private readonly Axis _axis;
    private readonly List<Tick> _names = [];

    private OperationsChart(string title, string subtitle, IReadOnlyList<OperationRows> lanes)
    {
        _plot = Theme.NewPlot(title, subtitle);
        var ends = lanes.SelectMany(lane => lane.Operations).Select(operation => (double)operation.Until);
        _axis = Axis.FromZero(ends, Unit.Nanoseconds, Room.Across(PlotPixels));
    }

    private double PerPixel => (_axis.High - _axis.Low) / PlotPixels;

    public static int Height(IReadOnlyList<OperationRows> lanes, string subtitle) =>
        Frame + HeadingPanel.MoreFor(subtitle) + (int)(RowPixels * (LegendRows + Lines(lanes)));

    public static Action<SKCanvas> Draw(string title, string subtitle, IReadOnlyList<OperationRows> lanes) =>
        canvas =>
        {
            var chart = new OperationsChart(title, subtitle, lanes);
            using (chart._plot)
            {
                chart.Fill(lanes);
                Theme.Render(chart._plot, canvas, Height(lanes, subtitle));
            }
        };

    private static double Lines(IReadOnlyList<OperationRows> lanes) =>
        lanes.Sum(lane => lane.Operations.Count + HeadingRows);

    private void Fill(IReadOnlyList<OperationRows> lanes)
    {
        _axis.ApplyTo(_plot.Axes.Bottom);
        _plot.Axes.SetLimitsY(-Lines(lanes) - 0.5, LegendRows);
        _plot.Axes.Right.IsVisible = false;
        _plot.Grid.YAxisStyle.IsVisible = false;
        Theme.Name(_plot.Axes.Bottom, "time since the first of the lane's operations was meant to start");
        Legend([
            .. lanes
                .SelectMany(lane => lane.Operations)
                .SelectMany(operation => operation.Spans)
                .Select(KindOf),
        ]);
        var y = 0.0;
        foreach (var lane in lanes)
        {
            Theme.Write(
                _plot,
                Labels.Fit(lane.Name, Theme.Small, 400),
                new(0, y - 0.6),
                Theme.Ink,
                bold: true
            );
            y -= HeadingRows;
            foreach (var operation in lane.Operations)
            {
                Draw(operation, y--);
            }
        }

        _plot.Axes.Left.TickGenerator = new NumericManual([.. _names]);
        _plot.Axes.Left.MajorTickStyle.Length = 0;
    }

    private void Draw(TracedOperation operation, double y)
    {
        _names.Add(Tick.Major(y, $"#{operation.Number}"));
        double waitsFrom = operation.From;
        foreach (var span in operation.Spans)
        {
            Wait(waitsFrom, Math.Max(waitsFrom, span.From), y);
            waitsFrom = Math.Max(waitsFrom, span.Until);
            Draw(span.Name, span.From, Math.Max(span.Until, span.From + (ThinnestPixels * PerPixel)), y);
        }

        Wait(waitsFrom, Math.Max(waitsFrom, operation.Until), y);
    }

    // Time that waiting takes is thin, so that a picture without colours reads the same.
    private void Wait(double from, double until, double y) => Bar(from, until, y, 0.1, Theme.Rule);

    private void Draw(string name, double from, double until, double y)
    {
        switch (name)
        {
            case TracedSpan.Backend:
                var bar = Bar(from, until, y, 0.36, s_backend.WithAlpha(0.35));
                bar.FillHatch = new Striped(StripeDirection.DiagonalUp);
                bar.FillHatchColor = s_backend;
                break;
            case TracedSpan.Waking:
                _ = Bar(from, until, y, 0.24, s_waking);
                break;
            default:
                _ = Bar(from, until, y, 0.42, s_step);
                break;
        }
    }

    private ScottPlot.Plottables.Rectangle Bar(
        double from,
        double until,
        double y,
        double reach,
        Color colour
    )
    {
        var bar = _plot.Add.Rectangle(from, until, y - reach, y + reach);
        bar.FillColor = colour;
        bar.LineWidth = 0;
        return bar;
    }

    private static string KindOf(TracedSpan span) =>
        span.Name is TracedSpan.Backend or TracedSpan.Waking ? span.Name : Step;

    // Only what occurs, and waiting, of which there is always some.
    private void Legend(HashSet<string> kinds)
    {
        (string Kind, string Words, Action<double, double, double> Draw)[] entries =
        [
            (Step, "step", (from, until, y) => Draw(Step, from, until, y)),
            (TracedSpan.Backend, "backend", (from, until, y) => Draw(TracedSpan.Backend, from, until, y)),
            (
                TracedSpan.Waking,
                "answered, not gone on",
                (from, until, y) => Draw(TracedSpan.Waking, from, until, y)
            ),
            ("", "waiting", Wait),
        ];
        var pixels = 0.0;
        foreach (var entry in entries.Where(entry => entry.Kind.Length == 0 || kinds.Contains(entry.Kind)))
        {
            var from = pixels * PerPixel;
            var until = from + (LegendMarkPixels * PerPixel);
            entry.Draw(from, until, LegendRows - 0.8);
            Theme.Write(_plot, entry.Words, new(until, LegendRows - 0.8), Theme.Muted, offsetX: 4);
            pixels += LegendMarkPixels + ChartFont.Measure(entry.Words, Theme.Small) + LegendGapPixels;
        }
    }
}
