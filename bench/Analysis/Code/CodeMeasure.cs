namespace Bench.Analysis.Code;

/// <summary>
/// One of the counts in code that have ratios. Lanes without any concurrency have no primitives: workloads where one of two counts is
/// zero have no ratio and are left out.
/// </summary>
/// <param name="Id">Its id in claims.</param>
/// <param name="Of">The count.</param>
public sealed record CodeMeasure(string Id, Func<CodeMetrics, int> Of)
{
    public static IReadOnlyList<CodeMeasure> All { get; } =
    [
        new("statements", metrics => metrics.Statements),
        new("tokens", metrics => metrics.Tokens),
        new("branches", metrics => metrics.Cyclomatic),
        new("primitives", metrics => metrics.Primitives.Count),
    ];
}
