using Bench.Analysis;
using Bench.Reporter.Fonts;
using Bench.Reporter.Words;
using ScottPlot;
using ScottPlot.Colormaps;
using ScottPlot.Plottables;
using ScottPlot.TickGenerators;
using SkiaSharp;

namespace Bench.Reporter.Charts;

/// <summary>Latency over time, one strip per arm, rounds side by side: a stall is a column that reaches up.</summary>
internal static class HeatMapChart
{
    private const int StripPixels = 84;
    private const int FewestColumns = 6;
    private const int HeadingPixels = 24;
    private const int Frame = 112;
    private const int FewestBands = 10;

    // About the pixels that there are: narrower columns would be drawn at a price and not seen.
    private const int MostColumns = 600;
    private const double FaintestShare = -3;

    private static readonly CustomInterpolated Shades = new([
        Color.FromHex("#C6DBEF"),
        Color.FromHex("#6BAED6"),
        Color.FromHex("#2171B5"),
        Color.FromHex("#08204A"),
    ]);

    /// <summary>
    /// Arms with latency over time in enough moments that one can be told from another; the drawing needs at least one.
    /// </summary>
    public static List<Arm> Arms(Scenario scenario) =>
        [
            .. scenario.Arms.Where(arm =>
                ArmWords.IsShown(arm)
                && arm.Samples.Any(sample =>
                    sample.LatencyOverTime.Count >= FewestColumns
                    && sample.LatencyOverTime.Exists(slice => slice.Count > 0)
                )
            ),
        ];

    public static int Height(int arms, string subtitle) =>
        Frame + HeadingPanel.MoreFor(subtitle) + (arms * (StripPixels + HeadingPixels));

    public static Action<SKCanvas> Draw(string title, string subtitle, IReadOnlyList<Arm> arms) =>
        canvas =>
        {
            var rounds = HeatStrip.RoundsOf(arms);
            var strips = arms.Select(arm => HeatStrip.Of(arm, rounds).Merged(MostColumns)).ToList();
            var (low, high) = Bands(strips);
            var bands = high - low;
            var pitch = bands * (StripPixels + HeadingPixels) / (double)StripPixels;
            using var plot = Theme.NewPlot(title, subtitle);
            var ticks = new List<Tick>();
            for (var i = 0; i < arms.Count; i++)
            {
                var bottom = -(i + 1) * pitch;
                Strip(plot, strips[i], low, bands, bottom);
                Theme.Write(
                    plot,
                    $"{Labels.Fit(ArmName.Of(arms[i]), Theme.Small, 400)}, {Length(strips[i])} a round",
                    new(0, bottom + bands),
                    Theme.Ink,
                    bold: true,
                    alignment: Alignment.LowerLeft,
                    offsetY: -3
                );
                ticks.AddRange(Ticks(low, high, bottom));
            }

            plot.Axes.SetLimits(0, 1, -arms.Count * pitch, 0);
            plot.Axes.Left.TickGenerator = new NumericManual([.. ticks]);
            plot.Axes.Left.MajorTickStyle.Color = Theme.Rule;
            plot.Grid.YAxisStyle.IsVisible = false;
            plot.Grid.XAxisStyle.IsVisible = false;
            plot.Axes.Bottom.TickGenerator = new NumericManual([.. Rounds(rounds)]);
            plot.Axes.Bottom.MajorTickStyle.Length = 0;
            Theme.Name(plot.Axes.Bottom, "time within each round →");
            Theme.Name(plot.Axes.Left, "latency (log scale)");
            Scale(plot);
            Theme.Render(plot, canvas, Height(arms.Count, subtitle));
        };

    private static string Length(HeatStrip strip) => Quantities.Format(strip.RoundSeconds, Unit.Seconds);

    // Few bands would be drawn as blocks; empty ones around them keep the scale.
    private static (int Low, int High) Bands(List<HeatStrip> strips)
    {
        var low = strips.Min(strip => strip.LowestBand);
        var high = strips.Max(strip => strip.HighestBand) + 1;
        var lack = Math.Max(0, FewestBands - (high - low));
        return (low - (lack / 2), high + ((lack + 1) / 2));
    }

    private static void Strip(Plot plot, HeatStrip strip, int low, int bands, double bottom)
    {
        // Each property that is set makes the picture anew: the last, which needs the cells, makes the only one of any size.
        var map = new Heatmap(new double[1, 1])
        {
            Colormap = Shades,
            ManualRange = new(FaintestShare, 0),
            NaNCellColor = Theme.Shade,
        };
        map.Intensities = strip.Shares(low, bands, FaintestShare);
        map.Rectangle = new(0, 1, bottom, bottom + bands);
        plot.Add.Plottable(map);
        foreach (var (from, until) in Blanks(strip))
        {
            var blank = plot.Add.Rectangle(from, until, bottom, bottom + bands);
            blank.FillColor = Colors.White;
            blank.LineWidth = 0;
        }

        foreach (var edge in strip.RoundEdges)
        {
            var line = plot.Add.Line(edge, bottom, edge, bottom + bands);
            line.Color = Colors.White;
            line.LineWidth = 2;
            line.MarkerSize = 0;
        }
    }

    // The parts in which nothing was measured, 0…1 across.
    private static IEnumerable<(double From, double Until)> Blanks(HeatStrip strip)
    {
        var columns = strip.Rounds.Count * strip.ColumnsPerRound;
        for (var column = 0; column < columns; column++)
        {
            var from = column;
            while (column < columns && strip.IsBlank(column))
            {
                column++;
            }

            if (column > from)
            {
                yield return ((double)from / columns, (double)column / columns);
            }
        }
    }

    private static IEnumerable<Tick> Ticks(int low, int high, double bottom) =>
        LogTicks
            .Between(
                low / 2d * Math.Log10(2),
                high / 2d * Math.Log10(2),
                Unit.Nanoseconds,
                new(StripPixels, 16)
            )
            .Where(tick => tick.IsMajor)
            .Select(tick => Tick.Major(bottom + (tick.Position / Math.Log10(2) * 2) - low, tick.Label));

    private static IEnumerable<Tick> Rounds(IReadOnlyList<int> rounds)
    {
        var every = (int)Math.Ceiling(rounds.Count / 8d);
        return rounds
            .Index()
            .Where(round => round.Index % every == 0)
            .Select(round => Tick.Major((round.Index + 0.5) / rounds.Count, $"round {round.Item}"));
    }

    private static void Scale(Plot plot)
    {
        var bar = plot.Add.ColorBar(plot.GetPlottables<Heatmap>().First());
        bar.Axis.TickGenerator = new NumericManual([-3, -2, -1, 0], ["≤ 0.1 %", "1 %", "10 %", "100 %"]);
        bar.Axis.TickLabelStyle.FontName = ChartFont.Name;
        bar.Axis.TickLabelStyle.FontSize = Theme.Small;
        bar.Axis.TickLabelStyle.ForeColor = Theme.Ink;
        bar.Axis.FrameLineStyle.Width = 0;
        bar.Width = 12;
        Theme.Name(bar.Axis, "share of operations");
    }
}
