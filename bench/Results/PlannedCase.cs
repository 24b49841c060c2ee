using System.Text.Json.Serialization;

namespace Bench.Results;

/// <summary>One case of a plan, as kept in the manifest.</summary>
public sealed record PlannedCase
{
    public required string Case { get; init; }

    /// <summary>0 for the case itself, 1 for its second copy in the A/A arm.</summary>
    public int Replica { get; init; }

    public required string Workload { get; init; }
    public required string Model { get; init; }
    public required string Variant { get; init; }
    public required string Terms { get; init; }
    public required ParameterSet Parameters { get; init; }
    public required ParameterSet Configuration { get; init; }

    /// <summary>Seconds after which the watchdog ends the process.</summary>
    public required double LimitSeconds { get; init; }

    /// <summary>Path in the repository of the lane's source file, with forward slashes.</summary>
    public string Source { get; init; } = "";

    /// <summary>What was slowed down on purpose, to see whether it is found; null in every ordinary case.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Slowdown? Slowdown { get; init; }

    /// <summary>True for the copy of a case whose units and operations are traced: its figures pay for that.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Traced { get; init; }

    /// <summary>The build whose programs do it: null for this tree's, <see cref="BaseBuild"/> for the one that it is held against.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Build { get; init; }

    /// <summary>What it is for in a capacity search (see <see cref="CaseStage"/>); null in every other run.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Stage { get; init; }

    /// <summary>Tells this case from its copy: the id, with <c>#2</c> for the copy.</summary>
    public string Key => KeyOf(Case, Replica);

    /// <summary>True for what may be ranked: no A/A copy, nothing slowed down on purpose, traced or of another build.</summary>
    [JsonIgnore]
    public bool Competes => Replica == 0 && Slowdown is null && !Traced && Build is null;

    /// <summary>The key of a case id and a replica.</summary>
    public static string KeyOf(string id, int replica) => replica == 0 ? id : $"{id}#{replica + 1}";

    /// <summary>This case with its backend slowed down on purpose: a case of its own, whose id says so.</summary>
    public PlannedCase Slowed(Slowdown slowdown) =>
        this with
        {
            Case = $"{Case}{slowdown.Suffix}",
            Slowdown = slowdown,
        };

    /// <summary>This case with tracing on: a case of its own, whose id says so.</summary>
    public PlannedCase WithTrace() => this with { Case = $"{Case}{TraceSuffix}", Traced = true };

    /// <summary>This case done by the programs of the base build: a case of its own, whose id says so.</summary>
    public PlannedCase OfBase() => this with { Case = $"{Case}{BaseSuffix}", Build = BaseBuild };

    /// <summary>Name of the build that this tree is held against.</summary>
    public const string BaseBuild = "base";

    /// <summary>What the id of a case of that build ends in.</summary>
    public const string BaseSuffix = "!base";

    /// <summary>What the id of a traced case ends in.</summary>
    public const string TraceSuffix = "!traced";
}
