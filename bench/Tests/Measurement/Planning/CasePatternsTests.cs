using Bench.Measurement.Planning;
using Xunit;

namespace Bench.Tests.Measurement.Planning;

public sealed class CasePatternsTests
{
    private const string Case = "inventory/threads:unbounded/equal/backendMilliseconds=44,users=500";

    [Theory]
    [InlineData(true, "inventory/*")]
    [InlineData(true, "*/equal/*users=500")]
    [InlineData(true, "pipeline/*", "*unbounded*")]
    [InlineData(true, "inventory/threads?unbounded/*")]
    [InlineData(true)]
    [InlineData(false, "inventory")]
    [InlineData(false, "inventory/threads/*")]
    [InlineData(false, "*users=5")]
    [InlineData(false, "INVENTORY/*")]
    public void A_case_is_asked_for_when_a_pattern_matches_its_whole_id(
        bool expected,
        params string[] patterns
    ) => Assert.Equal(expected, new CasePatterns(patterns).Match(Case));

    [Fact]
    public void A_pattern_that_matches_nothing_is_named()
    {
        Assert.Equal("pipe/*", new CasePatterns(["inventory/*", "pipe/*"]).Unused([Case]));
        Assert.Null(new CasePatterns(["inventory/*"]).Unused([Case]));
        Assert.Null(CasePatterns.All.Unused([]));
    }
}
