using MathNet.Numerics.Statistics;

namespace Bench.Analysis.Trends;

/// <summary>
/// Points far from those around them (F. R. Hampel's identifier): from the median of up to seven points they differ by more than seven
/// median absolute deviations. Three or more in a row to the same side are no outliers but another level.
/// </summary>
internal static class Outliers
{
    /// <summary>Fewest points that make a level.</summary>
    public const int Level = 3;

    private const int Around = 3;
    private const double Deviations = 7;
    private const double ToNormal = 1.4826;
    private const double MostShare = 0.2;
    private const int MostPasses = 4;

    /// <param name="values">The series.</param>
    /// <returns>Their indices, ascending; none when they would be more than a fifth: then the scale is not that of the noise.</returns>
    public static IReadOnlyList<int> In(double[] values)
    {
        List<int> kept = [.. Enumerable.Range(0, values.Length)];
        for (var pass = 0; pass < MostPasses; pass++)
        {
            var far = Far([.. kept.Select(index => values[index])]);
            if (far.Count == 0)
            {
                break;
            }

            var dropped = far.Select(place => kept[place]).ToHashSet();
            kept.RemoveAll(dropped.Contains);
        }

        int[] found = [.. Enumerable.Range(0, values.Length).Except(kept)];
        return found.Length <= MostShare * values.Length ? found : [];
    }

    private static List<int> Far(double[] values)
    {
        double[] deviations = [.. values.Select((_, i) => values[i] - Middle(values, i))];
        var limit = Deviations * ToNormal * deviations.Select(Math.Abs).Median();
        int[] sides =
        [
            .. deviations.Select(deviation => Math.Abs(deviation) > limit ? Math.Sign(deviation) : 0),
        ];
        return [.. Enumerable.Range(0, sides.Length).Where(i => sides[i] != 0 && InARow(sides, i) < Level)];
    }

    // Of two values in the middle the one nearer to the point: at the end of a series they can be of two levels.
    private static double Middle(double[] values, int at)
    {
        var from = Math.Max(0, at - Around);
        var near = values[from..Math.Min(values.Length, at + Around + 1)];
        Array.Sort(near);
        var (lower, upper) = (near[(near.Length - 1) / 2], near[near.Length / 2]);
        return Math.Abs(values[at] - lower) <= Math.Abs(values[at] - upper) ? lower : upper;
    }

    private static int InARow(int[] sides, int at)
    {
        var (first, last) = (at, at);
        while (first > 0 && sides[first - 1] == sides[at])
        {
            first--;
        }

        while (last < sides.Length - 1 && sides[last + 1] == sides[at])
        {
            last++;
        }

        return last - first + 1;
    }
}
