using Bench.Measurement.Hosting;
using Bench.Measurement.Planning;

namespace Bench.Cli.Gating;

/// <summary>What the user asked of a gate.</summary>
internal sealed record GateOptions
{
    /// <summary>The commit that is compared with; null when it follows from the rest.</summary>
    public string? Base { get; init; }

    /// <summary>None, or two versions of .NET: base's and head's.</summary>
    public IReadOnlyList<string> Runtimes { get; init; } = [];

    /// <summary>Packages that base is built with in another version.</summary>
    public SortedDictionary<string, string> Packages { get; init; } = [];

    /// <summary>Every lane, whatever has changed.</summary>
    public bool All { get; init; }

    public IReadOnlyList<string> Workloads { get; init; } = [];
    public IReadOnlyList<string> Models { get; init; } = [];
    public CasePatterns Cases { get; init; } = CasePatterns.All;

    /// <summary>Size of the cases; null for what suits their number and the budget.</summary>
    public Presets? Preset { get; init; }
    public TimeSpan Budget { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Largest relative loss that is allowed.</summary>
    public double Margin { get; init; } = 0.05;
    public ulong? Seed { get; init; }
    public bool Advisory { get; init; }

    /// <exception cref="UserException">The options do not go together.</exception>
    public void Check()
    {
        if (Runtimes.Count is not (0 or 2))
        {
            throw new UserException(
                $"--runtime {Runtimes[0]}: a gate holds two runtimes against each other: give --runtime twice, base's first"
            );
        }

        if (Runtimes.Count > 0 && (Base is not null || Packages.Count > 0))
        {
            throw new UserException(
                "--runtime measures one build on two runtimes; leave --base and --set out"
            );
        }

        if (Runtimes.Count == 0 && Base is null && Packages.Count == 0)
        {
            throw new UserException(
                "what is this tree to be held against? Give --base REF (a commit, branch or tag), --set Package=version, or --runtime twice"
            );
        }
    }

    /// <summary>The command that repeats it.</summary>
    /// <param name="baseCommit">The commit that base's name stood for; null without one.</param>
    /// <param name="seed">The seed that was drawn; null when nothing was measured.</param>
    public string Command(string? baseCommit, ulong? seed)
    {
        string[] words =
        [
            "./run.sh gate",
            .. Base is null ? Array.Empty<string>() : [$"--base {baseCommit}"],
            .. Runtimes.Select(version => $"--runtime {version}"),
            .. Packages.Select(item => $"--set {item.Key}={item.Value}"),
            .. All ? ["--all"] : Array.Empty<string>(),
            .. Workloads.Count == 0 ? Array.Empty<string>() : [$"--workloads {string.Join(',', Workloads)}"],
            .. Models.Count == 0 ? Array.Empty<string>() : [$"--models {string.Join(',', Models)}"],
            .. Cases.Patterns.Count == 0
                ? Array.Empty<string>()
                : [$"--cases {string.Join(' ', Cases.Patterns.Select(pattern => $"'{pattern}'"))}"],
            .. Preset is { } preset ? [$"--preset {PresetName.Of(preset)[0]}"] : Array.Empty<string>(),
            $"--margin {Cli.Margin.Format(Margin)}",
            $"--budget {TimeBudget.Format(Budget)}",
            .. seed is null ? Array.Empty<string>() : [$"--seed {seed}"],
            .. Advisory ? ["--advisory"] : Array.Empty<string>(),
        ];
        return string.Join(' ', words);
    }
}
