using Bench.Measurement.Hosting;
using Bench.Measurement.Planning;

namespace Bench.Cli.Gating;

/// <summary>How large the cases of a gate are where the user does not say: quick size sees more, smoke size allows for more lanes.</summary>
internal static class GatePreset
{
    /// <summary>Twelve rounds of a case at quick size by both builds, about 5 s a launch.</summary>
    private const double SecondsOfQuick = 120;

    /// <param name="lanes">The lanes chosen.</param>
    /// <param name="asked">Which of their cases.</param>
    /// <param name="budget">Wall time for it all.</param>
    /// <returns>Quick where the time probably suffices and each pattern has a case there, else smoke.</returns>
    public static Presets Of(IReadOnlyList<Lane> lanes, CasePatterns asked, TimeSpan budget)
    {
        var quick = GateCases.Chosen(lanes, Presets.Quick, asked).Select(planned => planned.Case).ToList();
        return
            quick.Count > 0
            && quick.Count * SecondsOfQuick <= budget.TotalSeconds
            && asked.Unused(quick) is null
            ? Presets.Quick
            : Presets.Smoke;
    }
}
