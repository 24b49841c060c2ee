using System.Text.RegularExpressions;
using Bench.Analysis;

namespace Bench.Reporter.Charts;

/// <summary>Labels of ticks: a value with its unit and without needless zeros.</summary>
internal static partial class TickText
{
    private const double Million = 1e6;

    public static string Of(double value, Unit unit) =>
        value == 0 ? "0"
        : unit == Unit.PerSecond && Math.Abs(value) >= Million
            ? NeedlessZeros().Replace($"{Quantities.Format(value / Million, Unit.Count)} M/s", "")
        : NeedlessZeros().Replace(Quantities.Format(value, unit), "");

    [GeneratedRegex(@"(?<=\.\d*?[1-9])0+(?!\d)|\.0+(?!\d)")]
    private static partial Regex NeedlessZeros();
}
