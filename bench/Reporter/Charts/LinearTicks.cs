using Bench.Analysis;
using ScottPlot;

namespace Bench.Reporter.Charts;

/// <summary>Ticks of linear axes: steps of 1, 2 or 5 in the unit that is printed.</summary>
internal static class LinearTicks
{
    // Numbers on linear axes have more digits.
    private const double Wider = 1.4;

    private static readonly double[] Steps = [1, 2, 5, 10];

    public static List<Tick> Between(double low, double high, Unit unit, Room room) =>
        [.. Values(low, high, unit, room).Select(value => Tick.Major(value, TickText.Of(value, unit)))];

    public static List<double> Values(double low, double high, Unit unit, Room room)
    {
        var size = unit == Unit.Bytes ? Printed(Math.Max(Math.Abs(low), Math.Abs(high))) : 1;
        var rough = (high - low) / size / Math.Max(1, room.Pixels / (room.PerLabel * Wider));
        var decade = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = Steps.First(step => step * decade >= rough * 0.999) * decade * size;
        var first = (long)Math.Ceiling(low / step);
        var last = (long)Math.Floor(high / step);
        return [.. Enumerable.Range(0, (int)(last - first + 1)).Select(i => (first + i) * step)];
    }

    /// <summary>Size of the unit that a number of bytes is printed in: round steps are round there.</summary>
    public static double Printed(double bytes) =>
        Math.Pow(1024, Math.Max(0, Math.Floor(Math.Log(Math.Max(1, bytes), 1024))));
}
