using Bench.Analysis;
using Bench.Cli.Measuring;
using Bench.Measurement.Hosting;
using Bench.Results;

namespace Bench.Cli.Gating;

/// <summary>Writes down what a gate sets out to do: a run of both builds that goes on until its comparisons are decided.</summary>
internal static class GateManifest
{
    /// <param name="plan">The two builds and what is allowed.</param>
    /// <param name="cases">The cases.</param>
    /// <param name="lanes">The lanes that were chosen from.</param>
    /// <param name="preset">Size of the cases.</param>
    /// <param name="budget">Wall time.</param>
    /// <param name="seed">The seed; null draws one.</param>
    public static RunManifest Of(
        GatePlan plan,
        IReadOnlyList<PlannedCase> cases,
        IReadOnlyList<Lane> lanes,
        Presets preset,
        TimeSpan budget,
        ulong? seed
    )
    {
        var manifest = NewManifest.Of(new(cases, []), lanes, PresetName.Of(preset)[0], rounds: 1, seed);
        return manifest with
        {
            Run = $"{manifest.Run}-gate",
            Models = [.. manifest.Models.Where(model => cases.Any(planned => planned.Model == model.Id))],
            UntilDecided = new(budget.TotalSeconds, [.. Looks.Planned(PairedRounds.Fewest)]),
            Gate = plan,
        };
    }
}
