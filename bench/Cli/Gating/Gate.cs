using Bench.Cli.Measuring;
using Bench.Cli.Terminal;
using Bench.Measurement.Hosting;
using Bench.Measurement.Planning;
using Bench.Results;

namespace Bench.Cli.Gating;

/// <summary>From what the user asked to a judged run of two builds.</summary>
/// <param name="asked">What was asked; checked.</param>
/// <param name="output">Where the answer goes.</param>
/// <param name="path">A new folder for the run; null for one under reports/.</param>
internal sealed class Gate(GateOptions asked, GateOutput output, string? path)
{
    private readonly string _suite = BuildFacts.Repository;
    private readonly Models _models = Models.Load();

    /// <returns>The process's exit code.</returns>
    /// <exception cref="UserException">Something asked for is not there, or base does not build.</exception>
    public int Run()
    {
        output.Check();
        var among = _models.Select(asked.Workloads, asked.Models);
        CheckPatterns(among);
        var sides = GateSides.Of(asked, _models, _suite);
        var lanes = Lanes(sides.Touched, among);
        var preset = asked.Preset ?? GatePreset.Of(lanes, asked.Cases, asked.Budget);
        var options = asked with { Preset = preset };
        var chosen = GateCases.Chosen(lanes, preset, asked.Cases);
        var plan = new GatePlan
        {
            Base = sides.Base,
            Head = sides.Head,
            Margin = asked.Margin,
            Advisory = asked.Advisory,
            Programs = TreePrograms.Fingerprint(_models),
            Why = [.. sides.Touched.Why],
            Notes = [.. sides.Notes],
            Omitted = [.. Without(lanes, preset)],
        };
        plan.Why.ForEach(line => Talk.Line($"chosen: {line}"));
        if (lanes.Count == 0)
        {
            Talk.Line("nothing that is measured has changed");
            return Nothing(plan, options);
        }

        if (chosen.Count == 0)
        {
            throw new UserException(
                $"no lane that was chosen has a case of preset {PresetName.Of(preset)[0]} that is asked for; give another --preset, see ./run.sh list"
            );
        }

        using var interrupt = new Interrupt();
        try
        {
            return Run(plan, chosen, lanes, options, interrupt.Token);
        }
        catch (OperationCanceledException)
        {
            Talk.Line("stopped (interrupted) before anything was measured");
            return ExitCode.Interrupted;
        }
    }

    private int Run(
        GatePlan plan,
        IReadOnlyList<PlannedCase> chosen,
        IReadOnlyList<Lane> lanes,
        GateOptions options,
        CancellationToken interrupted
    )
    {
        if (path is not null)
        {
            OutputFolder.Create(path);
        }

        var builds = new GateBuilds(_models, () => BuildStore.Usual(_suite));
        using var reference = builds.Of(plan.Base, interrupted);
        using var head = builds.Of(plan.Head, interrupted);
        var cases = GateCases.Of(chosen, reference, head, GateCases.Known(_models.Lanes));
        plan = plan with { Omitted = [.. plan.Omitted, .. cases.Omitted] };
        foreach (var omitted in plan.Omitted)
        {
            Talk.Line($"not compared: {omitted.Case}: {omitted.Reason}");
        }

        if (cases.Cases.Count == 0)
        {
            return Nothing(plan, options);
        }

        var manifest = GateManifest.Of(
            plan,
            cases.Cases,
            lanes,
            options.Preset!.Value,
            options.Budget,
            options.Seed
        );
        manifest = manifest with { Command = options.Command(plan.Base.Commit, manifest.Seed) };
        using var run = GateRun.Begin(_models, manifest, path, reference, head, interrupted);
        return GateRun.Finish(run, output, interrupted);
    }

    private int Nothing(GatePlan plan, GateOptions options)
    {
        var folder = path is null ? null : OutputFolder.Create(path);
        output.WriteNothing(plan, options.Command(plan.Base.Commit, options.Seed), folder);
        return ExitCode.Fine;
    }

    // What touches every lane is measured on the models that are measured unasked.
    private List<Lane> Lanes(Touched touched, IReadOnlyList<Lane> among)
    {
        var usual = _models.Select([], _models.ToMeasure([])).ToHashSet();
        return
        [
            .. touched
                .Lanes.Intersect(among)
                .Where(lane => !touched.Everything || asked.Models.Count > 0 || usual.Contains(lane)),
        ];
    }

    // Where the user asks for certain cases, it goes without saying that lanes have others.
    private IEnumerable<OmittedCase> Without(IEnumerable<Lane> lanes, Presets preset) =>
        asked.Cases.Patterns.Count > 0
            ? []
            : lanes
                .Where(lane => !lane.Cases(preset).Any())
                .Select(lane => new OmittedCase(
                    $"{lane.Workload.Id}/{VariantName.Of(lane.Model.Id, lane.Variant, ":")}",
                    $"it has no case of preset {PresetName.Of(preset)[0]}"
                ));

    // A pattern that matches nothing must not pass for a gate that has nothing to do.
    private void CheckPatterns(IReadOnlyList<Lane> among)
    {
        var presets = asked.Preset is { } one ? [one] : new[] { Presets.Smoke, Presets.Quick };
        var ids = presets
            .SelectMany(preset => GateCases.Chosen(among, preset, CasePatterns.All))
            .Select(planned => planned.Case)
            .ToList();
        if (asked.Cases.Unused(ids) is { } unused)
        {
            throw new UserException(
                $"--cases '{unused}': no case of preset {string.Join(" or ", presets.Select(preset => PresetName.Of(preset)[0]))} matches; see ./run.sh list"
            );
        }
    }
}
