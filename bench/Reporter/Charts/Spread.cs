namespace Bench.Reporter.Charts;

/// <summary>Moves labels apart, as little as possible, so that none covers another.</summary>
internal static class Spread
{
    private const int Passes = 200;

    /// <summary>Places at least <paramref name="spacing"/> apart, near the wished ones and within the limits; closer where that many do not fit.</summary>
    public static double[] Apart(IReadOnlyList<double> wished, double spacing, double low, double high)
    {
        var order = Enumerable.Range(0, wished.Count).OrderBy(i => wished[i]).ToArray();
        var places = order.Select(i => wished[i]).ToArray();
        var gap = Math.Min(spacing, (high - low) / Math.Max(1, places.Length));
        for (var pass = 0; pass < Passes; pass++)
        {
            for (var i = 1; i < places.Length; i++)
            {
                var lack = gap - (places[i] - places[i - 1]);
                if (lack > 0)
                {
                    places[i] += lack / 2;
                    places[i - 1] -= lack / 2;
                }
            }

            for (var i = 0; i < places.Length; i++)
            {
                var (lowest, highest) = (low + ((i + 0.5) * gap), high - ((places.Length - i - 0.5) * gap));
                places[i] = Math.Min(Math.Max(places[i], lowest), highest);
            }
        }

        var result = new double[wished.Count];
        for (var i = 0; i < order.Length; i++)
        {
            result[order[i]] = places[i];
        }

        return result;
    }
}
