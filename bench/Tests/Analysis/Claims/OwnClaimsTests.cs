using Bench.Analysis.Claims;
using Xunit;

namespace Bench.Tests.Analysis.Claims;

/// <summary>The suite's own claim files.</summary>
public sealed class OwnClaimsTests
{
    private static readonly string[] s_ids =
    [
        "actors-effort-25",
        "actors-isolation",
        "actors-latency",
        "affinity-25",
        "batching-p99",
        "buffering-tail",
        "cancellation-90",
        "code-40",
        "complexity-300",
        "declarative-50",
        "footprint-75",
        "inventory-case",
        "layout-gc-40",
        "leak-p99-65",
        "mutex-vs-channel",
        "no-single-best",
        "payments-120ms",
        "pitfalls-5",
        "preallocate",
        "predictable-affinity",
        "race-map",
        "sessions-60",
        "stack-500-vs-2000",
        "streaming-p95",
        "structured-75",
        "supervisor-40",
        "throughput-30-50",
        "waiting-40",
    ];

    private static readonly IReadOnlyList<Claim> s_claims = ClaimFiles.Read(
        Path.Combine(House.Bench, "Claims"),
        "bench/Claims"
    );

    [Fact]
    public void Every_claim_of_the_article_has_a_file() =>
        Assert.Empty(s_ids.Except(s_claims.Select(claim => claim.Id)));

    [Fact]
    public void Every_claim_says_what_its_judgement_cannot_show() =>
        Assert.All(s_claims, claim => Assert.True(claim.Note.Length > 20, claim.Id));

    [Theory]
    [InlineData("footprint-75")]
    [InlineData("throughput-30-50")]
    [InlineData("payments-120ms")]
    [InlineData("stack-500-vs-2000")]
    [InlineData("actors-latency")]
    [InlineData("inventory-case")]
    [InlineData("no-single-best")]
    [InlineData("buffering-tail")]
    [InlineData("batching-p99")]
    [InlineData("supervisor-40")]
    [InlineData("declarative-50")]
    public void What_the_workloads_can_judge_awaits_nothing_as_a_whole(string id) =>
        Assert.Contains(s_claims.Single(claim => claim.Id == id).Parts, part => part.Awaits is null);
}
