using System.Globalization;
using Bench.Analysis;

namespace Bench.Reporter.Interactive;

/// <summary>Numbers short enough to send, long enough to print and draw the same.</summary>
internal static class Digits
{
    private const int Fewest = 4;
    private const int Most = 15;

    /// <summary>The value to the fewest significant digits, at least four, with which it is printed as it was.</summary>
    public static double Of(double value, Unit unit)
    {
        var printed = Quantities.Format(value, unit);
        for (var digits = Fewest; digits <= Most; digits++)
        {
            var shorter = Rounded(value, digits);
            if (Quantities.Format(shorter, unit) == printed)
            {
                return shorter;
            }
        }

        return value;
    }

    /// <summary>The value to four significant digits: for drawing alone.</summary>
    public static double ToDraw(double value) => Rounded(value, Fewest);

    private static double Rounded(double value, int digits) =>
        double.Parse(
            value.ToString($"E{digits - 1}", CultureInfo.InvariantCulture),
            NumberStyles.Float,
            CultureInfo.InvariantCulture
        );
}
