using Bench.Analysis;

namespace Bench.Cli.Json;

/// <summary>What one A/A pair resolves in one metric.</summary>
/// <param name="Workload">Id of the workload.</param>
/// <param name="Metric">Id of the metric.</param>
/// <param name="Rounds">Rounds measured.</param>
/// <param name="SetAside">Of these, left out as disturbed.</param>
/// <param name="Spread">Standard deviation of a round's log ratio.</param>
/// <param name="SpreadLow">Lower end of its 95 % interval.</param>
/// <param name="SpreadHigh">Upper end of its 95 % interval.</param>
/// <param name="At">The smallest ratio shown, by rounds and chance.</param>
internal sealed record StatedResolution(
    string Workload,
    string Metric,
    int Rounds,
    int SetAside,
    double Spread,
    double SpreadLow,
    double SpreadHigh,
    IReadOnlyList<SmallestRatio> At
)
{
    public static StatedResolution Of(CalibratedMetric item, Resolution resolution) =>
        new(
            item.Workload,
            item.Metric.Id,
            resolution.Rounds,
            resolution.SetAside,
            resolution.Spread,
            resolution.SpreadInterval.Low,
            resolution.SpreadInterval.High,
            [
                .. from chance in new[] { Resolution.Probably, Resolution.AlmostSurely }
                from rounds in Resolution.Plans
                select resolution.At(rounds, chance),
            ]
        );
}
