using Bench.Analysis;
using Bench.Analysis.ServiceLevels;
using Bench.Cli.Terminal;
using Bench.Measurement.Hosting;
using Bench.Measurement.Planning;
using Bench.Results;

namespace Bench.Cli.Measuring;

/// <summary>Plans a capacity run: no case yet, only what is looked for.</summary>
internal static class NewCapacityRun
{
    private const int MostLaunches = 100;

    /// <param name="all">Every lane of the suite.</param>
    /// <param name="chosen">The lanes that the user chose.</param>
    /// <param name="workloadsNamed">True when the user named workloads: each of those must have a load that can be set.</param>
    /// <param name="preset">The preset.</param>
    /// <param name="slo">The service level; null for the usual one.</param>
    /// <param name="launches">Launches that each capacity rests on; null for the preset's own number.</param>
    /// <param name="seed">The seed; null for a new one.</param>
    /// <exception cref="UserException">The service level cannot be read, or a workload's load cannot be set.</exception>
    public static RunManifest Manifest(
        IReadOnlyList<Lane> all,
        IReadOnlyList<Lane> chosen,
        bool workloadsNamed,
        Presets preset,
        string? slo,
        int? launches,
        ulong? seed
    )
    {
        if (launches is < 1 or > MostLaunches)
        {
            throw new UserException(
                $"--rounds {launches}: with --capacity it is the number of launches that a capacity rests on; give 1 to {MostLaunches}"
            );
        }

        if (preset == Presets.Savina)
        {
            throw new UserException(
                "--capacity: preset savina has no search for capacity; give smoke, quick, standard or full"
            );
        }

        var level = Read(slo ?? ServiceLevel.Usual);
        if (workloadsNamed)
        {
            RefuseWithoutLoad(all, chosen);
        }

        List<Lane> lanes = [.. chosen.Where(lane => lane.LoadParameter is not null && lane.IsIn(preset))];
        List<CapacityTarget> targets = [.. lanes.SelectMany(lane => lane.CapacityTargets())];
        if (targets.Count == 0)
        {
            throw new UserException($"--capacity: nothing to search; {Able(all)}");
        }

        var plan = CapacityPreset.Plan(preset, level.Text, launches, targets);
        var manifest = NewManifest.Of(new Plan([], []), lanes, PresetName.Of(preset)[0], rounds: 0, seed);
        var workloads = string.Join(',', lanes.Select(lane => lane.Workload.Id).Distinct());
        var models = string.Join(',', lanes.Select(lane => lane.Model.Id).Distinct());
        return manifest with
        {
            Capacity = plan,
            Command =
                $"./run.sh run --capacity --slo \"{plan.Slo}\" --preset {manifest.Preset} --workloads {workloads} --models {models} --rounds {plan.Launches} --seed {manifest.Seed}",
        };
    }

    /// <summary>Says what a capacity run sets out to do.</summary>
    public static void Announce(RunManifest manifest)
    {
        var plan = manifest.Capacity!;
        Talk.Line(
            $"looking for the highest load at which {plan.Slo}, for {Quantities.Counted(plan.Targets.Count, "lane")}:"
        );
        foreach (var workload in plan.Targets.GroupBy(target => (target.Workload, target.Parameter)))
        {
            Talk.Line(
                $"  {workload.Key.Workload} by {workload.Key.Parameter}: {string.Join(", ", workload.Select(Words))}"
            );
        }

        Talk.Line(
            $"loads in steps of {plan.Resolution:0 %}, {Quantities.Counted(plan.Launches, "launch", "es")} on the longer window for each, then {Quantities.Counted(plan.OverloadLaunches, "overload")}; seed {manifest.Seed}"
        );
        foreach (var warning in manifest.Machine.Warnings)
        {
            Talk.Note(warning);
        }
    }

    private static string Words(CapacityTarget target) =>
        $"{VariantName.Of(target.Model, target.Variant, ":")}/{target.Terms}{(target.AlikeOnBothTerms ? " (told is the same)" : "")}";

    /// <summary>Reads a service level.</summary>
    /// <exception cref="UserException">It cannot be read.</exception>
    public static ServiceLevel Read(string text)
    {
        try
        {
            return ServiceLevel.Parse(text);
        }
        catch (FormatException error)
        {
            throw new UserException($"--slo \"{text}\", {error.Message}", error);
        }
    }

    private static void RefuseWithoutLoad(IReadOnlyList<Lane> all, IReadOnlyList<Lane> chosen)
    {
        var unable = chosen
            .Where(lane => lane.LoadParameter is null)
            .Select(lane => lane.Workload.Id)
            .Distinct()
            .ToList();
        if (unable.Count > 0)
        {
            throw new UserException(
                $"--capacity: {string.Join(", ", unable)} has no load that can be raised; {Able(all)}"
            );
        }
    }

    /// <summary>The workloads whose load can be set, for a user who named another.</summary>
    public static string Able(IReadOnlyList<Lane> all) =>
        "these have one: "
        + string.Join(
            ", ",
            all.Where(lane => lane.LoadParameter is not null)
                .Select(lane => $"{lane.Workload.Id} ({lane.LoadParameter})")
                .Distinct()
        );
}
