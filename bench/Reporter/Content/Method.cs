using Bench.Analysis;
using Bench.Results;

namespace Bench.Reporter.Content;

/// <summary>How figures come about, for readers.</summary>
internal static class Method
{
    public static IReadOnlyList<string> Of(RunManifest manifest) =>
        [.. s_always, .. manifest.UntilDecided is null ? [] : new[] { Sequential(Looks.Of(manifest)) }];

    private static readonly string[] s_always =
    [
        "Every sample is a process of its own. A round is every case once, in an order drawn from the seed, so that a slow "
            + "quarter of an hour falls on all models alike; models are compared round by round.",
        "A figure is the centre over a case's processes with a 95 % interval. With few rounds the interval is wide, as it "
            + "should be; with one round there is none. A quantile of latency counts from when an operation was meant to start, "
            + "so a stall is charged to everything that it delayed.",
        "A ratio is taken within each round, then over rounds, with a 99 % interval. Better and worse mean that this interval "
            + "leaves 1 out; equivalent, that the 95 % interval lies within ±5 %; anything else is inconclusive, and "
            + $"so is everything from fewer than {PairedRounds.Fewest} rounds.",
        "A sample whose operations do not add up, whose load generator was late, whose latency and throughput contradict Little's "
            + "law or whose invariant broke is refused: it is listed below and enters no figure. A case that was incorrect in any "
            + "round is never ranked.",
    ];

    private static string Sequential(Looks looks) =>
        $"This run went on until its comparisons were decided. They are judged when {looks} rounds are there, from these rounds "
        + $"alone, and each look has {(looks.Count == 1 ? "the whole" : $"one of {looks.Count} equal parts")} of the error, so that the chance of a false better or worse stays at 1 % "
        + "over all looks. Intervals of ratios are widened accordingly; those of single figures are not.";
}
