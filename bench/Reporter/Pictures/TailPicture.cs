using Bench.Analysis;
using Bench.Reporter.Charts;
using Bench.Reporter.Words;

namespace Bench.Reporter.Pictures;

/// <summary>Latency at every quantile, all launches of an arm merged.</summary>
internal static class TailPicture
{
    private const string Title = "How bad is the tail? Latency by percentile";

    /// <param name="scenario">The scenario.</param>
    /// <param name="tails">The curves of its arms.</param>
    public static Picture? Of(Scenario scenario, IReadOnlyList<TailLine> tails)
    {
        IReadOnlyList<Line> lines = [.. tails.Select(tail => tail.Line)];
        var place = ScenarioWords.Full(scenario);
        var band = LineChart.HasBands(lines)
            ? "; the band spans the single launches, as far as all of them reach"
            : "";
        return lines.Count == 0
            ? null
            : new(
                $"{ScenarioWords.Slug(scenario)}-tail",
                Title,
                $"{Title}, {place}. At the right end: "
                    + string.Join("; ", lines.Select(line => $"{line.Label} {End(line)}"))
                    + ".",
                "Walk right to rarer, slower operations: each step of the axis is ten times rarer, and a line ends where fewer "
                    + $"than ten operations lie beyond. All launches are merged{band}; a launch whose histogram is damaged is left out and counted, "
                    + "and so is an unfair one, in which few callers were served while others waited. "
                    + Starved(scenario, tails)
                    + "Lower and flatter is better.",
                Theme.Width,
                LineChart.Height(lines, place),
                PercentileChart.Draw(Title, place, lines)
            );
    }

    private static string Starved(Scenario scenario, IReadOnlyList<TailLine> tails)
    {
        string[] names =
        [
            .. PercentileChart
                .Arms(scenario)
                .Where(ArmWords.StarvedCallers)
                .Except(tails.Select(tail => tail.Arm))
                .Select(ArmName.Of),
        ];
        return names.Length == 0
            ? ""
            : $"Unfair in every launch, so without a line: {string.Join(", ", names)}. ";
    }

    private static string End(Line line) =>
        Quantities.Format(Math.Pow(10, line.Points[^1].Y), Unit.Nanoseconds);
}
