namespace Bench.Analysis.ServiceLevels;

/// <summary>Refuses what nothing can meet, and what says nothing.</summary>
internal static class Contradictions
{
    /// <exception cref="FormatException">
    /// Objectives that exclude each other, one that excludes everything, or a threshold of 0 for anything but errors.
    /// </exception>
    public static void Refuse(IReadOnlyList<(int Column, ServiceLevelObjective Objective)> objectives)
    {
        foreach (var (column, objective) in objectives)
        {
            if (objective is { IsUpperBound: true, Threshold: 0, Relation: Relation.Below })
            {
                throw new FormatException(
                    $"column {column}: nothing meets {objective.Text}: no figure is negative"
                );
            }

            if (objective.Threshold == 0 && !objective.Metric.Equals(Metrics.ErrorRate))
            {
                throw new FormatException(
                    $"column {column}: {objective.Text}: only errors can be held to 0; give a threshold above it"
                );
            }
        }

        var clashes =
            from upper in objectives
            where upper.Objective.IsUpperBound
            from lower in objectives
            where !lower.Objective.IsUpperBound && lower.Objective.Metric.Equals(upper.Objective.Metric)
            where Excludes(upper.Objective, lower.Objective)
            select (Column: Math.Max(upper.Column, lower.Column), Upper: upper, Lower: lower);
        foreach (var (column, upper, lower) in clashes)
        {
            throw new FormatException(
                $"column {column}: nothing meets both {upper.Objective.Text} and {lower.Objective.Text}"
            );
        }
    }

    private static bool Excludes(ServiceLevelObjective upper, ServiceLevelObjective lower) =>
        lower.Threshold > upper.Threshold
        || (
            lower.Threshold.Equals(upper.Threshold)
            && (upper.Relation == Relation.Below || lower.Relation == Relation.Above)
        );
}
