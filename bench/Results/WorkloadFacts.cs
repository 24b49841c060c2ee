namespace Bench.Results;

/// <summary>What a report needs to know of a workload.</summary>
/// <param name="Id">Lower-case id.</param>
/// <param name="Title">A few words.</param>
/// <param name="Summary">What is done, in a sentence or two.</param>
/// <param name="Operation">What one operation is, and so what its latency spans.</param>
/// <param name="MetricThatMatters">Id of the metric that the answer sentence speaks of (see Analysis, Metric).</param>
public sealed record WorkloadFacts(
    string Id,
    string Title,
    string Summary,
    string Operation,
    string MetricThatMatters
)
{
    /// <summary>Names of the figures that only this workload has (see <see cref="Sample.Metrics"/>).</summary>
    /// <remarks>The generated reader gives null, not the initial value, for files from before there were any.</remarks>
    public IReadOnlyList<string> OwnMetrics
    {
        get;
        init => field = value ?? [];
    } = [];
}
