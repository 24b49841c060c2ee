using Bench.Analysis.Decisions;
using Bench.Cli.Measuring;
using Bench.Measurement.Hosting;
using Bench.Measurement.Planning;
using Bench.Results;

namespace Bench.Cli.Deciding;

/// <summary>The plans of the two runs that a decision measures.</summary>
internal static class DecisionManifests
{
    /// <summary>Word in the place of a preset's: no run that models are ranked by.</summary>
    public const string Preset = "decide";

    /// <summary>The options at the load asked for, the first that can be measured twice, so that the run can doubt itself. Its rounds are added as they are needed.</summary>
    public static RunManifest Level(DecisionRequest request, IReadOnlyList<Option> options)
    {
        List<PlannedCase> cases =
        [
            .. options.Where(option => option.OutOfReach is null).Select(option => option.Case),
        ];
        var plan = new Plan([.. cases, .. cases.Take(1).Select(planned => planned with { Replica = 1 })], []);
        return Of(plan, request) with
        {
            UntilDecided = new(request.Budget.TotalSeconds, [.. EvidencePool.PlannedLooks]),
        };
    }

    /// <summary>A search for the capacity of each target, without overloads.</summary>
    public static RunManifest Capacity(DecisionRequest request, List<CapacityTarget> targets) =>
        Of(new Plan([], []), request) with
        {
            Capacity = CapacityPreset.Plan(Presets.Quick, request.Requirement.Level.Text, null, targets) with
            {
                OverloadLaunches = 0,
            },
        };

    private static RunManifest Of(Plan plan, DecisionRequest request)
    {
        var manifest = NewManifest.Of(plan, request.Lanes, Preset, rounds: 0, request.Seed) with
        {
            Command = request.Command,
        };
        return request.Scenario?.Entitle(manifest) ?? manifest;
    }
}
