namespace Bench.Workloads;

/// <summary>How alike units or callers got on.</summary>
internal static class Fairness
{
    /// <summary>Below this, quantiles over operations describe the few that were served and are left out.</summary>
    public const double Enough = 0.8;

    /// <summary>Jain's index: 1 when all got on alike, 1/number when a single one did (Jain, Chiu, Hawe 1984).</summary>
    /// <param name="shares">What each got done, or how fast; not all 0.</param>
    public static double Of(IReadOnlyCollection<double> shares) =>
        Math.Pow(shares.Sum(), 2) / (shares.Count * shares.Sum(share => share * share));
}
