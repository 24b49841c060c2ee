using Bench.Analysis;
using Bench.Reporter.Words;
using Bench.Results;
using ScottPlot;
using SkiaSharp;

namespace Bench.Reporter.Charts;

/// <summary>Latency against quantile, stretched so that each nine has the same room.</summary>
internal static class PercentileChart
{
    private const int PointsPerNine = 20;
    private const int MedianOffset = 6;

    /// <summary>One line per arm that competes and has a histogram: the same code again would have the same look.</summary>
    public static List<TailLine> Lines(Scenario scenario) =>
        [.. Arms(scenario).Select(Of).OfType<TailLine>()];

    /// <summary>The arms that have a line unless nothing of theirs can be drawn.</summary>
    public static IEnumerable<Arm> Arms(Scenario scenario) =>
        scenario.Arms.Where(arm => arm.Case.Competes && ArmWords.IsShown(arm));

    public static Action<SKCanvas> Draw(string title, string subtitle, IReadOnlyList<Line> lines)
    {
        var right = lines.Max(line => line.Points[^1].X);
        var values = lines
            .SelectMany(line => line.Points)
            .SelectMany(point => new[] { point.Low, point.High });
        return LineChart.Draw(
            title,
            subtitle,
            lines,
            new Axis(TailCurve.First, right, [.. Nines(right)], IsLog: false),
            Axis.Log(values.Select(log => Math.Pow(10, log)), Unit.Nanoseconds, LineChart.UprightRoom(lines)),
            "share of operations that are at least this fast"
                + LineChart.BandWords(lines, "range of the launches"),
            "latency (log scale)"
        );
    }

    private static IEnumerable<Tick> Nines(double right)
    {
        yield return Tick.Major(TailCurve.First, "50 %");
        for (var nines = 1; nines <= right; nines++)
        {
            yield return Tick.Major(
                nines,
                nines < 3
                    ? $"{new string('9', nines).PadRight(2, '0')} %"
                    : $"99.{new string('9', nines - 2)} %"
            );
        }
    }

    private static TailLine? Of(Arm arm)
    {
        var shown = arm.Samples.Where(sample => !sample.LatencyNanoseconds.StarvedCallers).ToList();
        var texts = shown.ConvertAll(sample => sample.Histogram).OfType<string>().ToList();
        var launches = texts.ConvertAll(Read).OfType<LatencyCounts>().ToList();
        var curve = TailCurve.Of(LatencyCounts.Sum(launches));
        var spread = launches.ConvertAll(TailCurve.Of);
        var lost = texts.Count - launches.Count;
        return curve.Length == 0
            ? null
            : new(
                arm,
                new(
                    ArmName.Of(arm)
                        + (
                            shown.Count == arm.Samples.Count
                                ? ""
                                : $" ({ArmWords.Launches(arm, shown.Count)})"
                        )
                        + (lost == 0 ? "" : $" ({lost} damaged)"),
                    ModelLook.Of(arm.Case.Model),
                    arm.Case.Variant,
                    [.. curve.Select((value, index) => Point(value, index, spread))]
                )
            );
    }

    private static LatencyCounts? Read(string text)
    {
        try
        {
            return LatencyCounts.Read(text);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static LinePoint Point(double value, int index, List<double[]> launches)
    {
        var reaching = launches.Where(launch => launch.Length > index).ToList();
        var all = reaching.ConvertAll(launch => launch[index]).Append(value).ToList();
        return new(
            TailCurve.First + (index * TailCurve.Step),
            Math.Log10(value),
            Math.Log10(all.Min()),
            Math.Log10(all.Max()),
            Marked: (index + MedianOffset) % PointsPerNine == 0,
            Banded: reaching.Count == launches.Count
        );
    }
}
