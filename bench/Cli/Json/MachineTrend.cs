using Bench.Analysis.Trends;

namespace Bench.Cli.Json;

/// <summary>What a history says of one machine, of <c>trend --json</c>.</summary>
internal sealed record MachineTrend(
    string Machine,
    string MachineWords,
    bool CanSay,
    IReadOnlyList<ListedChange> Changes,
    IReadOnlyList<ListedChange> Earlier,
    IReadOnlyList<ListedTrend> Series
)
{
    public static MachineTrend Of(TrendReview review) =>
        new(
            review.Machine,
            review.MachineWords,
            review.CanSay,
            [.. review.Findings.Select(finding => ListedChange.Of(finding, review.Of(finding)))],
            [.. review.Earlier.Select(finding => ListedChange.Of(finding, confirmation: null))],
            [.. review.Series.Select(ListedTrend.Of)]
        );
}
