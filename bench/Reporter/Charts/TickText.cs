using System.Text.RegularExpressions;
using Bench.Analysis;

namespace Bench.Reporter.Charts;

/// <summary>Labels of ticks: a value with its unit and without needless zeros.</summary>
internal static partial class TickText
{
    public static string Of(double value, Unit unit) =>
        value == 0 ? "0" : NeedlessZeros().Replace(Quantities.Format(value, unit), "");

    [GeneratedRegex(@"(?<=\.\d*?[1-9])0+(?!\d)|\.0+(?!\d)")]
    private static partial Regex NeedlessZeros();
}
