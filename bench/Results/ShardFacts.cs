namespace Bench.Results;

/// <summary>One of the runs that a merged run was made of.</summary>
/// <param name="Run">Its id.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="Command">The command that repeats it.</param>
/// <param name="Commit">Commit of the suite, as in the manifest; null outside a checkout.</param>
/// <param name="Seed">Its seed.</param>
public sealed record ShardFacts(
    string Run,
    DateTimeOffset StartedAt,
    string Command,
    string? Commit,
    ulong Seed
)
{
    /// <summary>The shards of a run that may have been merged itself: at least one.</summary>
    public static IEnumerable<ShardFacts> Of(RunManifest run) =>
        run.Shards.Count > 0 ? run.Shards : [new(run.Run, run.StartedAt, run.Command, run.Commit, run.Seed)];
}
