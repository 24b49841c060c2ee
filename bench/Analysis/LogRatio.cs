namespace Bench.Analysis;

/// <summary>An estimate of the log ratio of two arms.</summary>
/// <param name="Centre">The log ratio.</param>
/// <param name="Interval">Its two-sided interval at a confidence level, 0…1.</param>
/// <param name="PValue">Two-sided p-value of the log ratio being 0.</param>
/// <param name="Spread">Standard deviation of one round's log ratio; null where rounds are judged by sign alone.</param>
/// <param name="SetAside">Rounds left out as disturbed.</param>
internal sealed record LogRatio(
    double Centre,
    Func<double, (double Low, double High)> Interval,
    double PValue,
    double? Spread,
    int SetAside
);
