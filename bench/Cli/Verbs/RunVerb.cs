using Bench.Analysis.Capacity;
using Bench.Cli.Gating;
using Bench.Cli.Measuring;
using Bench.Cli.Scenarios;
using Bench.Cli.Terminal;
using Bench.Measurement.Hosting;
using Bench.Results;
using CommandLine;

namespace Bench.Cli.Verbs;

/// <summary><c>run</c>: measures, keeps the samples and draws the report.</summary>
[Verb("run", HelpText = "Measures workloads on models, round by round, and draws the report.")]
[Example("run --preset standard --models all --out reports/all", "every model, an answer to rely on")]
[Example("run --preset smoke --cases 'inventory/*/equal/*' --rounds 5", "some cases only")]
[Example("run --backend simulated,http,sqlite", "the simulated backend beside real ones")]
[Example("run --scenario bench/docs/scenario.example.json", "a mix of your own, described in a file")]
internal sealed class RunVerb : IVerb
{
    [Option(
        "preset",
        HelpText = "smoke (seconds), quick (minutes, the default), standard (an hour and a half), full, or savina (that suite's parameters)."
    )]
    public string? Preset { get; set; }

    [Option("workloads", Separator = ',', HelpText = "Only these workloads: a,b.")]
    public IEnumerable<string> Workloads { get; set; } = [];

    [Option(
        "models",
        Separator = ',',
        HelpText = "These models: a,b or all; by default threads, tasks, channels and actors."
    )]
    public IEnumerable<string> Models { get; set; } = [];

    [Option(
        "cases",
        HelpText = "Only cases whose id (see list) matches a pattern: 'inventory/*/equal/*' 'pipeline/*'."
    )]
    public IEnumerable<string> Cases { get; set; } = [];

    [Option(
        "shard",
        HelpText = "Part i of n of the plan, for one of n machines of one kind: 2/5. report merges them."
    )]
    public string? Shard { get; set; }

    [Option(
        "scenario",
        HelpText = "In place of workloads, the mix that this file describes: bench/docs/scenario.md."
    )]
    public string? Scenario { get; set; }

    [Option(
        "backend",
        Separator = ',',
        HelpText = "What inventory, payments and sessions call: simulated (the default), http, postgres, sqlite, or several beside each other; postgres=ADDRESS or BENCH_POSTGRES says which server."
    )]
    public IEnumerable<string> Backends { get; set; } = [];

    [Option("rounds", HelpText = "Rounds: each measures every case once, in an order of its own.")]
    public int? Rounds { get; set; }

    [Option("seed", HelpText = "Seed of orders, requests and arrivals.")]
    public ulong? Seed { get; set; }

    [Option("out", HelpText = "A new folder for the run; by default one under reports/.")]
    public string? Out { get; set; }

    [Option(
        "until-decided",
        HelpText = "Go on with rounds until every comparison with the baseline model is decided."
    )]
    public bool UntilDecided { get; set; }

    [Option("budget", HelpText = "With --until-decided: wall time for it all, 90s, 20m (the default) or 1h.")]
    public string? Budget { get; set; }

    [Option("resume", HelpText = "Continue the interrupted run in this folder.")]
    public string? Resume { get; set; }

    [Option(
        "capacity",
        HelpText = "Search the highest load that keeps the service level, for workloads whose load can be set."
    )]
    public bool Capacity { get; set; }

    [Option(
        "slo",
        HelpText = "Service level of --capacity: p50|p90|p95|p99|p999|mean|max, errors, memory, throughput; by default p99<100ms,errors<0.1%."
    )]
    public string? Slo { get; set; }

    [Option(
        "trace",
        HelpText = "Also measure every case that can be traced with tracing on: where units' time goes, some operations drawn, and what tracing costs."
    )]
    public bool Trace { get; set; }

    [Option(
        "nodes",
        Separator = ',',
        HelpText = "Start nodes of clusters there instead of on this machine: host1:port,host2:port, where ./run.sh node --listen waits."
    )]
    public IEnumerable<string> Nodes { get; set; } = [];

    [Value(0, Hidden = true)]
    public IEnumerable<string> Surplus { get; set; } = [];

    private const int MostRounds = 1_000;

    private bool HasOtherOptions =>
        Preset is not null
        || Rounds is not null
        || Seed is not null
        || Out is not null
        || Capacity
        || Slo is not null
        || UntilDecided
        || Budget is not null
        || Trace
        || Shard is not null
        || Scenario is not null
        || Backends.Any()
        || Cases.Any()
        || Workloads.Any()
        || Models.Any();

    public int Run()
    {
        if (Resume is not null && HasOtherOptions)
        {
            throw new UserException(
                "--resume continues a run as it was planned; leave the other options out"
            );
        }

        if (Slo is not null && !Capacity)
        {
            throw new UserException("--slo is the service level of a capacity search: add --capacity");
        }

        if (Capacity && (UntilDecided || Budget is not null))
        {
            throw new UserException(
                "--capacity has a search of its own; leave --until-decided and --budget out"
            );
        }

        if (Capacity && Trace)
        {
            throw new UserException(
                "--capacity has trials instead of cases in rounds, which are not traced; leave --trace out"
            );
        }

        if (Capacity && (Cases.Any() || Shard is not null))
        {
            throw new UserException(
                "--capacity sets the load of each lane itself; leave --cases and --shard out and name --workloads"
            );
        }

        if (Scenario is not null && (Workloads.Any() || Cases.Any()))
        {
            throw new UserException(
                "--scenario is a workload with one case of its own; leave --workloads and --cases out"
            );
        }

        NodeSites.Use(Nodes);
        var backends = AskedBackends.Of(Backends);
        if (backends.HasReal && (Capacity || Trace || Scenario is not null))
        {
            throw new UserException(
                "--capacity, --trace and --scenario know the simulated backend only; leave them out, or --backend"
            );
        }

        var models = Cli.Models.Load();
        if (
            Resume is not null
            && new RunFolder(Resume) is var folder
            && folder.ReadManifest().Gate is not null
        )
        {
            return GateRun.Resume(models, folder);
        }

        var begun =
            Resume is not null ? new RunFolder(Resume)
            : Capacity ? NewCapacityFolder(models)
            : NewFolder(models, backends);
        if (begun is null)
        {
            return ExitCode.Fine;
        }

        if (Resume is not null)
        {
            AskedBackends.In(begun.ReadManifest()).Check();
        }

        using var run = Resume is null ? LiveRun.Begin(models, begun) : LiveRun.Resume(models, begun);
        using var interrupt = new Interrupt();
        var further = SequentialRounds.Of(run);
        var end = run.Manifest.Capacity is null
            ? run.MeasureQuietly(interrupt.Token)
            : new CapacityLoop(run, models.Lanes).Measure(interrupt.Token);
        if (end == RunEnd.Done && further is not null)
        {
            end = further.Measure(interrupt.Token);
        }

        if (end != RunEnd.Done)
        {
            return end == RunEnd.Interrupted ? ExitCode.Interrupted : ExitCode.Failed;
        }

        if (!WholeRun.TryPitfalls(models, run, interrupt.Token))
        {
            return ExitCode.Interrupted;
        }

        Ending.Write(run.Report(), run.Samples);
        var decided = further?.SayEnd() ?? CapacityAnalysis.Of(run.Manifest, run.Samples)?.IsDecided ?? true;
        return !run.IsSound ? ExitCode.Failed
            : decided ? ExitCode.Fine
            : ExitCode.Inconclusive;
    }

    private RunFolder NewCapacityFolder(Models models)
    {
        var scenario = ReadScenario();
        var manifest = NewCapacityRun.Manifest(
            models.Lanes,
            LanesOf(models, models.ToMeasure(Models), scenario),
            Workloads.Any(),
            PresetName.Parse(Preset ?? "quick"),
            Slo,
            Rounds,
            Seed
        );
        return Written(manifest, scenario);
    }

    private RunFolder Written(RunManifest manifest, ScenarioFile? scenario)
    {
        var folder = NewManifest.WriteTo(Out, scenario?.Entitle(manifest) ?? manifest);
        scenario?.KeepIn(folder);
        return folder;
    }

    private ScenarioFile? ReadScenario()
    {
        var scenario = Scenario is null ? null : ScenarioFile.Read(Scenario);
        foreach (var warning in scenario?.Warnings ?? [])
        {
            Talk.Note(warning);
        }

        return scenario;
    }

    private IEnumerable<string> WorkloadsOf(ScenarioFile? scenario) =>
        scenario is null ? Workloads : [ScenarioFile.Workload];

    private IReadOnlyList<Lane> LanesOf(Models models, IReadOnlyList<string> chosen, ScenarioFile? scenario)
    {
        var lanes = models.Select(WorkloadsOf(scenario), chosen);
        return scenario?.LanesAmong(lanes) ?? lanes;
    }

    // Null when all that was asked for is not to be had on this machine, and the reason has been said: that is no failure.
    private RunFolder? NewFolder(Models models, AskedBackends backends)
    {
        var preset = PresetName.Parse(Preset ?? "quick");
        var rounds = Rounds ?? PresetName.Rounds(preset);
        if (rounds is < 1 or > MostRounds)
        {
            throw new UserException($"--rounds {rounds}: give a number from 1 to {MostRounds}");
        }

        var rule = SequentialRule.Of(UntilDecided, Budget, rounds);
        var chosen = models.ToMeasure(Models);
        var scenario = ReadScenario();
        var lanes = backends.LanesAmong(LanesOf(models, chosen, scenario), Workloads.Any());
        backends.Check();
        if (Trace)
        {
            TracedLanes.Check(lanes, models.Lanes);
        }

        var plan = AskedPlan.Of(lanes, preset, Trace, [.. Cases], Shard, Seed);
        var leftOut = models.LeftOutOf(WorkloadsOf(scenario), chosen);
        var absent = lanes.Select(lane => lane.OutOfReach).OfType<string>().Distinct().ToList();
        absent.ForEach(Talk.Note);
        if (plan.Cases.Count == 0 && plan.Unreachable.Count > 0 && absent.Count > 0)
        {
            return null;
        }

        if (plan.Cases.Count == 0)
        {
            throw new UserException(
                leftOut is [var first, ..]
                    ? $"nothing to measure: {first.Model} has no lane of {first.Workload}: {first.Reason}"
                    : "nothing to measure: no case fits; see ./run.sh list"
            );
        }

        var manifest = NewManifest.Of(
            plan,
            lanes,
            PresetName.Of(preset)[0],
            rounds,
            Seed,
            backends.Option + AskedPlan.Options([.. Cases], Shard)
        ) with
        {
            LeftOut = [.. leftOut],
        };
        return Written(rule is null ? manifest : SequentialRule.Apply(rule, manifest), scenario);
    }
}
