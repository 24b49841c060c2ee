using Bench.Analysis;
using ScottPlot;

namespace Bench.Reporter.Charts;

/// <summary>Ticks of log axes: round values, as many as fit without crowding.</summary>
internal static class LogTicks
{
    private static readonly double[][] Mantissas =
    [
        [1, 1.5, 2, 3, 4, 5, 6, 7, 8, 9],
        [1, 1.5, 2, 3, 5, 7],
        [1, 2, 5],
        [1, 3],
    ];

    /// <summary>Ticks between two log10 coordinates; unlabelled ones mark 2…9 when there is room.</summary>
    public static List<Tick> Between(double low, double high, Unit unit, Room room)
    {
        var perDecade = room.Pixels / (high - low);
        var labelled = Densest(Candidates(low, high, unit), perDecade, room.PerLabel);
        if (labelled.Count < 2)
        {
            labelled = LinearTicks.Values(Math.Pow(10, low), Math.Pow(10, high), unit, room);
        }

        var minor = perDecade < 40 || unit == Unit.Bytes ? [] : Decades(low, high, Mantissas[0]);
        return
        [
            .. labelled.Select(value => Tick.Major(Math.Log10(value), TickText.Of(value, unit))),
            .. minor.Except(labelled).Select(value => Tick.Minor(Math.Log10(value))),
        ];
    }

    private static List<double> Densest(
        IEnumerable<List<double>> candidates,
        double perDecade,
        double spacing
    ) =>
        candidates.FirstOrDefault(values =>
            values
                .Zip(values.Skip(1), (left, right) => Math.Log10(right / left) * perDecade)
                .All(gap => gap >= spacing)
        ) ?? [];

    private static IEnumerable<List<double>> Candidates(double low, double high, Unit unit) =>
        unit == Unit.Bytes
            ? Enumerable.Range(1, 20).Select(doublings => Powers(low, high, Math.Pow(2, doublings)))
            : Mantissas
                .Select(mantissas => Decades(low, high, mantissas))
                .Concat(Enumerable.Range(1, 6).Select(decades => Powers(low, high, Math.Pow(10, decades))));

    private static List<double> Decades(double low, double high, double[] mantissas) =>
        [
            .. Enumerable
                .Range((int)Math.Floor(low), (int)Math.Ceiling(high) - (int)Math.Floor(low) + 1)
                .SelectMany(decade => mantissas.Select(mantissa => mantissa * Math.Pow(10, decade)))
                .Where(value => Math.Log10(value) >= low && Math.Log10(value) <= high),
        ];

    private static List<double> Powers(double low, double high, double ratio)
    {
        var step = Math.Log10(ratio);
        var first = (int)Math.Ceiling(low / step);
        var last = (int)Math.Floor(high / step);
        return [.. Enumerable.Range(first, Math.Max(0, last - first + 1)).Select(i => Math.Pow(ratio, i))];
    }
}
