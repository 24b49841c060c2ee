using Bench.Results;

namespace Bench.Analysis.ServiceLevels;

/// <summary>One threshold, such as <c>p99&lt;100ms</c>.</summary>
/// <param name="Metric">What is held to it.</param>
/// <param name="Relation">On which side of the threshold it must stay.</param>
/// <param name="Threshold">The threshold, in the metric's unit.</param>
/// <param name="Text">The objective as it was written.</param>
public sealed record ServiceLevelObjective(Metric Metric, Relation Relation, double Threshold, string Text)
{
    /// <summary>True when the value must stay below the threshold, false when it must stay above.</summary>
    public bool IsUpperBound => Relation is Relation.Below or Relation.AtMost;

    /// <summary>Whether a value meets the objective.</summary>
    public bool IsMetBy(double value) =>
        Relation switch
        {
            Relation.Below => value < Threshold,
            Relation.AtMost => value <= Threshold,
            Relation.Above => value > Threshold,
            _ => value >= Threshold,
        };

    /// <summary>Whether a sample meets the objective; null when the sample does not have the figure.</summary>
    public bool? IsMetBy(Sample sample) => Metric.Select(sample) is { } value ? IsMetBy(value) : null;
}
