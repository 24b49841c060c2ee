using Bench.Analysis;
using ScottPlot;

namespace Bench.Reporter.Charts;

/// <summary>Ticks of log axes: round values, as many as fit without crowding.</summary>
internal static class LogTicks
{
    private const int Fewest = 3;

    // Equal steps over more than this would leave the lower decades without a tick.
    private const double MostDecadesInSteps = 1;

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
        var linear = LinearTicks.Values(Math.Pow(10, low), Math.Pow(10, high), unit, room);
        if (labelled.Count < Fewest && linear.Count > labelled.Count && high - low <= MostDecadesInSteps)
        {
            labelled = linear;
        }

        var minor = perDecade < 40 || unit == Unit.Bytes ? [] : Decades(low, high, Mantissas[0], 1);
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
        unit == Unit.Bytes ? InBytes(low, high) : InDecades(low, high, 1);

    private static IEnumerable<List<double>> InDecades(double low, double high, double size) =>
        Mantissas
            .Select(mantissas => Decades(low, high, mantissas, size))
            .Concat(Enumerable.Range(1, 6).Select(decades => Powers(low, high, Math.Pow(10, decades), size)));

    // 50, 100, 200 MiB where one unit will do; 512 B, 1 KiB, 2 KiB where the axis passes from one to the next.
    private static IEnumerable<List<double>> InBytes(double low, double high)
    {
        var size = LinearTicks.Printed(Math.Pow(10, low));
        return size == LinearTicks.Printed(Math.Pow(10, high))
            ? InDecades(low, high, size)
            : Enumerable.Range(1, 20).Select(doublings => Powers(low, high, Math.Pow(2, doublings), 1));
    }

    private static List<double> Decades(double low, double high, double[] mantissas, double size)
    {
        var (from, to) = (low - Math.Log10(size), high - Math.Log10(size));
        return
        [
            .. Enumerable
                .Range((int)Math.Floor(from), (int)Math.Ceiling(to) - (int)Math.Floor(from) + 1)
                .SelectMany(decade => mantissas.Select(mantissa => mantissa * Math.Pow(10, decade)))
                .Where(value => Math.Log10(value) >= from && Math.Log10(value) <= to)
                .Select(value => value * size),
        ];
    }

    private static List<double> Powers(double low, double high, double ratio, double size)
    {
        var step = Math.Log10(ratio);
        var first = (int)Math.Ceiling((low - Math.Log10(size)) / step);
        var last = (int)Math.Floor((high - Math.Log10(size)) / step);
        return
        [
            .. Enumerable.Range(first, Math.Max(0, last - first + 1)).Select(i => size * Math.Pow(ratio, i)),
        ];
    }
}
