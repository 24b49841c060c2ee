using System.Globalization;
using System.Text.Json;

namespace Bench.Results.History;

/// <summary>A row of <c>runs</c> as it is read.</summary>
internal sealed record RunRow
{
    public const string Columns =
        "r.id, r.run, r.started_at AS StartedAt, r.preset, r.git_commit AS GitCommit, r.seed, r.rounds, r.command, "
        + "r.machine, r.machine_words AS MachineWords, r.runtime, r.packages";

    public int Id { get; init; }
    public string Run { get; init; } = "";
    public string StartedAt { get; init; } = "";
    public string Preset { get; init; } = "";
    public string? GitCommit { get; init; }
    public string Seed { get; init; } = "";
    public int Rounds { get; init; }
    public string Command { get; init; } = "";
    public string Machine { get; init; } = "";
    public string MachineWords { get; init; } = "";
    public string Runtime { get; init; } = "";
    public string Packages { get; init; } = "{}";
    public int Samples { get; init; }
    public int Valid { get; init; }

    public RecordedRun Recorded() =>
        new()
        {
            Number = Id,
            Run = Run,
            StartedAt = Stamp.Read(StartedAt),
            Preset = Preset,
            Commit = GitCommit,
            Seed = ulong.Parse(Seed, CultureInfo.InvariantCulture),
            Rounds = Rounds,
            Command = Command,
            Machine = Machine,
            MachineWords = MachineWords,
            Runtime = Runtime,
            Packages = JsonSerializer.Deserialize(
                Packages,
                HistoryJson.Default.SortedDictionaryStringString
            )!,
            Samples = Samples,
            Valid = Valid,
        };
}
