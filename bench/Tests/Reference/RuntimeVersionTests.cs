using Bench.RuntimeLanes;
using Xunit;

namespace Bench.Tests.Reference;

public sealed class RuntimeVersionTests
{
    [Theory]
    [InlineData("go1.19.8", "1.18", true)]
    [InlineData("go1.9", "1.18", false)]
    [InlineData("17.0.21", "17", true)]
    [InlineData("21-ea", "17", true)]
    [InlineData("1.8.0_392", "17", false)]
    [InlineData("25", "25.0", true)]
    [InlineData("24", "25", false)]
    [InlineData("devel", "1", false)]
    public void Versions_compare_part_by_part(string version, string least, bool expected) =>
        Assert.Equal(expected, RuntimeVersion.IsAtLeast(version, least));

    [Theory]
    [InlineData("Go", "go1.19.8", "go1.19.8")]
    [InlineData("Java", "25.0.3", "Java 25.0.3")]
    public void A_version_says_whose_it_is(string runtime, string version, string expected) =>
        Assert.Equal(expected, RuntimeVersion.Named(runtime, version));
}
