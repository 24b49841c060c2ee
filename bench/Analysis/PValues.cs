namespace Bench.Analysis;

/// <summary>Adjusts the p-values of a family of tests, keeping their order.</summary>
public static class PValues
{
    /// <summary>
    /// Holm's step-down: rejecting what is below α keeps the chance of any false rejection in the family at α
    /// (S. Holm, Scandinavian Journal of Statistics 6, 1979, 65–70).
    /// </summary>
    public static IReadOnlyList<double> Holm(IReadOnlyList<double> values)
    {
        var adjusted = new double[values.Count];
        var least = 0d;
        foreach (var (rank, index) in Order(values).Index())
        {
            least = Math.Max(least, Math.Min(1, values[index] * (values.Count - rank)));
            adjusted[index] = least;
        }

        return adjusted;
    }

    /// <summary>
    /// Benjamini and Hochberg's step-up: rejecting what is below α keeps the expected share of false rejections among
    /// all rejections at α (Journal of the Royal Statistical Society B 57, 1995, 289–300).
    /// </summary>
    public static IReadOnlyList<double> BenjaminiHochberg(IReadOnlyList<double> values)
    {
        var adjusted = new double[values.Count];
        var most = 1d;
        foreach (var (rank, index) in Order(values).Index().Reverse())
        {
            most = Math.Min(most, values[index] * values.Count / (rank + 1));
            adjusted[index] = most;
        }

        return adjusted;
    }

    private static int[] Order(IReadOnlyList<double> values) =>
        [.. Enumerable.Range(0, values.Count).OrderBy(index => values[index])];
}
