namespace Bench.Analysis.ServiceLevels;

/// <summary>How a figure must stand to its threshold.</summary>
public enum Relation
{
    Below,
    AtMost,
    Above,
    AtLeast,
}
