using Bench.Cli.Gating;
using Bench.Measurement.Planning;
using CommandLine;

namespace Bench.Cli.Verbs;

/// <summary><c>gate</c>: is this tree slower than a commit allows?</summary>
[Verb(
    "gate",
    HelpText = "Builds a commit and measures it against this tree in the same rounds: is anything worse than allowed? Exit code 3 when it is, 4 when it cannot be told."
)]
[Example("gate --base main", "is what has changed since main slower than 5 % allow?")]
[Example(
    "gate --base v1.2 --all --workloads inventory,payments --budget 30m",
    "two workloads, changed or not"
)]
[Example("gate --set Akka=1.5.73", "this tree against itself with another version of a package")]
internal sealed class GateVerb : IVerb
{
    private const string UsualBudget = "15m";

    [Option("base", HelpText = "The commit, branch or tag that this tree is held against.")]
    public string? Base { get; set; }

    [Option(
        "runtime",
        Separator = ',',
        HelpText = "Instead of a commit, twice: this tree on one installed version of .NET against another; the first is base."
    )]
    public IEnumerable<string> Runtime { get; set; } = [];

    [Option(
        "set",
        Separator = ',',
        HelpText = "Build base with another version of a package: Akka=1.5.73; without --base, base is this tree in all else."
    )]
    public IEnumerable<string> Set { get; set; } = [];

    [Option("all", HelpText = "Every lane, not only those whose code or dependencies have changed.")]
    public bool All { get; set; }

    [Option("workloads", Separator = ',', HelpText = "Of these, only these workloads: a,b.")]
    public IEnumerable<string> Workloads { get; set; } = [];

    [Option("models", Separator = ',', HelpText = "Of these, only these models: a,b.")]
    public IEnumerable<string> Models { get; set; } = [];

    [Option("cases", HelpText = "Of these, only cases whose id matches a pattern: 'inventory/*/equal/*'.")]
    public IEnumerable<string> Cases { get; set; } = [];

    [Option(
        "preset",
        HelpText = "Size of the cases: smoke, quick, standard or full; by default quick for a few lanes, smoke for many."
    )]
    public string? Preset { get; set; }

    [Option("budget", Default = UsualBudget, HelpText = "Wall time for it all, 90s, 15m or 1h.")]
    public string Budget { get; set; } = UsualBudget;

    [Option("margin", Default = "5%", HelpText = "The largest loss that is allowed.")]
    public string Margin { get; set; } = "5%";

    [Option("seed", HelpText = "Seed of orders, requests and arrivals.")]
    public ulong? Seed { get; set; }

    [Option("advisory", HelpText = "For machines that are shared: the same verdicts, exit code 0.")]
    public bool Advisory { get; set; }

    [Option("out", HelpText = "A new folder for the run; by default one under reports/.")]
    public string? Out { get; set; }

    [Option("summary", HelpText = "Also add the Markdown to this file, such as $GITHUB_STEP_SUMMARY.")]
    public string? Summary { get; set; }

    [Option("json", HelpText = "As JSON instead of Markdown.")]
    public bool Json { get; set; }

    [Value(0, Hidden = true)]
    public IEnumerable<string> Surplus { get; set; } = [];

    public int Run()
    {
        var options = new GateOptions
        {
            Base = Base,
            Runtimes = [.. Runtime],
            Packages = PackageVersions.Parse(Set),
            All = All,
            Workloads = [.. Workloads],
            Models = [.. Models],
            Cases = new CasePatterns([.. Cases]),
            Preset = Preset is null ? null : PresetName.Parse(Preset),
            Budget = Cli.Budget.Parse(Budget, UsualBudget),
            Margin = Cli.Margin.Parse(Margin),
            Seed = Seed,
            Advisory = Advisory,
        };
        options.Check();
        return new Gate(options, new(Json, Summary), Out).Run();
    }
}
