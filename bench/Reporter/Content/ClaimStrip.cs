using System.Globalization;
using Bench.Analysis.Claims;

namespace Bench.Reporter.Content;

/// <summary>An interval beside its threshold on a line from 0 to 100: logarithmic where all of it is positive.</summary>
/// <param name="Low">Lower end of the interval.</param>
/// <param name="Centre">The figure.</param>
/// <param name="High">Upper end of the interval.</param>
/// <param name="From">Where the claimed side begins.</param>
/// <param name="Until">Where it ends.</param>
internal sealed record ClaimStrip(string Low, string Centre, string High, string From, string Until)
{
    private const double Whole = 100;
    private const double Room = 0.12;

    /// <summary>Width of the interval, at least a hair.</summary>
    public string Width => Text(Math.Max(0.6, Number(High) - Number(Low)));

    /// <summary>Width of the claimed side.</summary>
    public string Claimed => Text(Number(Until) - Number(From));

    /// <summary>One, or none where there is no interval or no threshold.</summary>
    public static IEnumerable<ClaimStrip> Of(LedgerLine line)
    {
        if (
            line is not { Low: { } low, High: { } high }
            || (line.Ratio ?? line.Value) is not { } centre
            || line is { AtLeast: null, AtMost: null }
        )
        {
            yield break;
        }

        double[] values =
        [
            low,
            centre,
            high,
            .. new[] { line.AtLeast, line.AtMost }.OfType<double>(),
            .. line.Ratio is null ? Array.Empty<double>() : [1],
        ];
        var isLogarithmic = values.Min() > 0;
        var (least, most) = (On(values.Min()), On(values.Max()));
        var margin = most > least ? (most - least) * Room : 1;
        yield return new(
            Place(low),
            Place(centre),
            Place(high),
            line.AtLeast is { } from ? Place(from) : "0",
            line.AtMost is { } until ? Place(until) : Text(Whole)
        );

        double On(double value) => isLogarithmic ? Math.Log(value) : value;
        string Place(double value) =>
            Text((On(value) - least + margin) / (most - least + (2 * margin)) * Whole);
    }

    private static string Text(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
