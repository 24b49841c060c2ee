using Bench.Results.History;

namespace Bench.Cli.Json;

/// <summary>A run, of <c>history list --json</c>.</summary>
internal sealed record ListedRun(
    string Run,
    DateTimeOffset StartedAt,
    string Preset,
    string? Commit,
    ulong Seed,
    int Rounds,
    string Command,
    string Machine,
    string Runtime,
    int Samples,
    int Valid
)
{
    public static ListedRun Of(RecordedRun run) =>
        new(
            run.Run,
            run.StartedAt,
            run.Preset,
            run.Commit,
            run.Seed,
            run.Rounds,
            run.Command,
            run.Machine,
            run.Runtime,
            run.Samples,
            run.Valid
        );
}
