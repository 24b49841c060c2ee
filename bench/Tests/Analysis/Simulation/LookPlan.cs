using Bench.Analysis;

namespace Bench.Tests.Analysis.Simulation;

/// <summary>A way of looking several times at rounds that grow.</summary>
/// <param name="Name">Name for the table.</param>
/// <param name="At">Numbers of rounds, ascending, at which it looks.</param>
/// <param name="Difference">Two-sided error of a look, by which a difference is judged.</param>
/// <param name="Equivalence">Two-sided error of a look, by which equivalence is judged.</param>
internal sealed record LookPlan(
    string Name,
    IReadOnlyList<int> At,
    IReadOnlyList<double> Difference,
    IReadOnlyList<double> Equivalence
)
{
    private static readonly double Margin = Math.Log(1.05);

    /// <summary>What each look says of rounds in their order.</summary>
    /// <param name="rounds">Log ratios, as many as the last look has.</param>
    public IEnumerable<(int Rounds, Difference Difference)> Judge(double[] rounds)
    {
        foreach (var (look, count) in At.Index())
        {
            var ratio = StudentLogRatio.Of(rounds[..count]);
            yield return (count, Judge(ratio, Difference[look], Equivalence[look]));
        }
    }

    private static Difference Judge(LogRatio ratio, double difference, double equivalence)
    {
        var near = Math.Abs(ratio.Centre) < Margin && equivalence > 0;
        return near && ratio.Interval(1 - equivalence) is var (low, high) && low > -Margin && high < Margin
                ? Bench.Analysis.Difference.Negligible
            : ratio.PValue >= difference ? Bench.Analysis.Difference.Undecided
            : ratio.Centre > 0 ? Bench.Analysis.Difference.Higher
            : Bench.Analysis.Difference.Lower;
    }
}
