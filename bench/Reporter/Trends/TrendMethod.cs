using Bench.Analysis;

namespace Bench.Reporter.Trends;

/// <summary>How trends come about, for readers.</summary>
internal static class TrendMethod
{
    public static IReadOnlyList<string> Of(double margin) =>
        [
            "A point of a series is what one run gave: the centre of its rounds on a logarithmic scale, so that changes are ratios. Only runs of one machine are in one series.",
            "A step is looked for at every run by cumulative sums of the series, from which the dependence of each run on the one before is taken first. Runs of one machine "
                + "are not independent of each other, and a test that takes them for that sees steps where there are none. A series in which nothing happens shows a change of any kind with a chance of 1 %; "
                + $"of all the changes here, those that stand out among all series together (Benjamini–Hochberg at 1 %) are named without “possibly”. Changes below {Quantities.Format(margin, Unit.Fraction)} do not matter and are not named.",
            "A slow drift is a straight line that explains the series better than steps do. A change of scatter says nothing of the level. A single run far from those around it is an outlier; one or two at the end may be the beginning of a change.",
            "Commits are the last one measured before a change and the first one after it. The cause need not be among them: a change that came with a new runtime, package or system is named as that where it is known.",
        ];
}
