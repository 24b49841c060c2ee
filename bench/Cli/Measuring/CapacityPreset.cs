using Bench.Measurement.Hosting;
using Bench.Results;

namespace Bench.Cli.Measuring;

/// <summary>How long and how often a capacity run measures, by preset.</summary>
internal static class CapacityPreset
{
    private const double Resolution = 0.05;
    private const double OverloadFactor = 1.5;
    private const double RestFactor = 0.5;

    /// <param name="preset">The preset.</param>
    /// <param name="slo">The service level as given.</param>
    /// <param name="launches">Launches that each capacity rests on; null for the preset's own number.</param>
    /// <param name="targets">What is looked for.</param>
    public static CapacityPlan Plan(Presets preset, string slo, int? launches, List<CapacityTarget> targets)
    {
        (
            CapacityWindow Search,
            CapacityWindow Confirm,
            CapacityWindow Overload,
            int Launches,
            int Overloads
        ) size = preset switch
        {
            Presets.Smoke => (new(300, 500), new(500, 1_000), new(500, 3_000), 3, 1),
            Presets.Quick => (new(1_000, 1_000), new(1_500, 2_500), new(1_000, 6_000), 8, 2),
            Presets.Standard => (new(2_000, 2_000), new(2_500, 8_000), new(2_000, 15_000), 12, 5),
            _ => (new(2_500, 2_500), new(3_000, 20_000), new(3_000, 30_000), 20, 5),
        };
        return new()
        {
            Slo = slo,
            Resolution = Resolution,
            Launches = launches ?? size.Launches,
            OverloadLaunches = size.Overloads,
            OverloadFactor = OverloadFactor,
            RestFactor = RestFactor,
            Search = size.Search,
            Confirm = size.Confirm,
            Overload = size.Overload,
            Targets = targets,
        };
    }
}
