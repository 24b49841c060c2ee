using Bench.Reporter.Charts;

namespace Bench.Reporter.Trends;

/// <summary>A series as a chart draws it, in plot coordinates: across counts runs from 0.</summary>
/// <param name="Points">Every run with the interval of its centre; the point itself where it has none.</param>
/// <param name="Levels">The levels between changes, each from left to right.</param>
/// <param name="Outliers">Runs that count for nothing, by index.</param>
/// <param name="LastLevel">The level at the end, in words.</param>
internal sealed record TrendLine(
    IReadOnlyList<LinePoint> Points,
    IReadOnlyList<IReadOnlyList<LinePoint>> Levels,
    IReadOnlyList<int> Outliers,
    string LastLevel
);
