using Bench.Results;

namespace Bench.Analysis.ServiceLevels;

/// <summary>
/// What a service must keep to: objectives that all hold at once, written as in <c>p99&lt;100ms,errors&lt;0.1%</c>.
/// </summary>
/// <param name="Text">As it was written.</param>
/// <param name="Objectives">At least one, in the order written.</param>
public sealed record ServiceLevel(string Text, IReadOnlyList<ServiceLevelObjective> Objectives)
{
    /// <summary>The service level where the user names none.</summary>
    public const string Usual = "p99<100ms,errors<0.1%";

    /// <summary>The first objective on latency, or null when there is none.</summary>
    public ServiceLevelObjective? OnLatency =>
        Objectives.FirstOrDefault(objective => objective.Metric.Unit == Unit.Nanoseconds);

    /// <summary>Reads a service level.</summary>
    /// <exception cref="FormatException">
    /// The text is none, or nothing can meet it; the message says at which column and what was expected.
    /// </exception>
    public static ServiceLevel Parse(string text)
    {
        var objectives = new ServiceLevelReader(text).Read();
        Contradictions.Refuse(objectives);
        return new(text.Trim(), [.. objectives.Select(item => item.Objective)]);
    }

    /// <summary>The objectives that a sample misses.</summary>
    public IReadOnlyList<ServiceLevelObjective> MissedBy(Sample sample) =>
        [.. Objectives.Where(objective => objective.IsMetBy(sample) == false)];

    /// <summary>The objectives that a sample cannot be held to, because it does not have the figure.</summary>
    public IReadOnlyList<ServiceLevelObjective> Unknown(Sample sample) =>
        [.. Objectives.Where(objective => objective.IsMetBy(sample) is null)];
}
