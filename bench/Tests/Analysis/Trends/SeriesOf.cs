using System.Globalization;
using Bench.Results.History;

namespace Bench.Tests.Analysis.Trends;

/// <summary>Made-up series, a run a day from the first of January.</summary>
internal static class SeriesOf
{
    public const string Case = "inventory/channels/equal/users=500";

    public static DateTimeOffset Start { get; } = new(2026, 1, 1, 2, 0, 0, TimeSpan.Zero);

    /// <summary>Runs of one round each.</summary>
    public static MetricSeries Values(IEnumerable<double> values, string metric = "p99", string id = Case) =>
        new(id, id.Split('/')[0], metric, "here", [.. values.Select((value, i) => Run(i, value))]);

    /// <summary>Runs of one round with noise of 3 % around levels.</summary>
    public static MetricSeries Noisy(
        IEnumerable<double> levels,
        int seed = 1,
        string metric = "p99",
        string id = Case
    )
    {
        var all = levels.ToList();
        var noise = Noise.Gauss(0.3).Draw(new Random(seed), all.Count);
        return Values(all.Select((level, i) => level * Math.Exp(0.03 * noise[i])), metric, id);
    }

    /// <summary>So many runs at one level, then so many at another.</summary>
    public static IEnumerable<double> Step(int before, int after, double height, double level = 1e6) =>
        Enumerable.Repeat(level, before).Concat(Enumerable.Repeat(level * height, after));

    /// <summary>The figures of a run, one a round.</summary>
    public static SeriesPoint Run(int day, params double[] rounds) =>
        new(
            string.Create(CultureInfo.InvariantCulture, $"run{day}"),
            Start.AddDays(day),
            $"{day:x2}{new string('a', 38)}",
            "10.0.1",
            rounds.Index().ToDictionary(round => round.Index + 1, round => round.Item)
        );
}
