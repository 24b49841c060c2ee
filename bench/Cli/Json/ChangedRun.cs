using Bench.Analysis.Trends;

namespace Bench.Cli.Json;

/// <summary>A run that a change lies at, of <c>trend --json</c>.</summary>
internal sealed record ChangedRun(string Run, DateTimeOffset StartedAt, string? Commit, string Runtime)
{
    public static ChangedRun Of(TrendPoint point) =>
        new(point.Source.Run, point.Source.StartedAt, point.Source.Commit, point.Source.Runtime);
}
