using Bench.Analysis;
using Bench.Analysis.Claims;

namespace Bench.Tests.Analysis.Claims;

/// <summary>Claims judged by runs of the workload <c>ping</c> with given throughputs.</summary>
internal static class Judged
{
    /// <summary>Six rounds about a level, 1 % apart.</summary>
    public static double[] About(double level, int rounds = 6) =>
        [.. Enumerable.Range(0, rounds).Select(round => level * (1 + (0.01 * ((round % 3) - 1))))];

    public static Ledger Of(string claim, params (string Model, double[] Throughput)[] arms) =>
        Ledger.Of([ClaimText.Read(claim)], [Run(arms)]);

    public static LedgerLine Line(string part, params (string Model, double[] Throughput)[] arms) =>
        Of(ClaimText.Of(part), arms).Lines[0];

    public static RunAnalysis Run(params (string Model, double[] Throughput)[] arms) =>
        Runs.Of([.. arms.Select(arm => (arm.Model, 0, arm.Throughput))]);
}
