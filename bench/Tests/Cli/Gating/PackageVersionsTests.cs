using Bench.Cli;
using Bench.Cli.Gating;
using Xunit;

namespace Bench.Tests.Cli.Gating;

/// <summary>The values of <c>--set</c>.</summary>
public sealed class PackageVersionsTests
{
    [Theory]
    [InlineData("Akka", "give a package and its version")]
    [InlineData("Akka=", "give a package and its version")]
    [InlineData("=1.0", "give a package and its version")]
    [InlineData("Akka=1=2", "give a package and its version")]
    [InlineData("Akka=1.5.73,akka=1.5.72", "akka is set twice")]
    public void What_is_no_package_with_a_version_is_named(string values, string expected)
    {
        var error = Assert.Throws<UserException>(() => PackageVersions.Parse(values.Split(',')));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_package_is_known_however_it_is_written()
    {
        using var scratch = new ScratchRepository();

        var known = PackageVersions.Known(scratch.Path, PackageVersions.Parse(["akka=1.5.73"]));

        Assert.Equal(new KeyValuePair<string, string>("Akka", "1.5.73"), Assert.Single(known));
    }

    [Fact]
    public void One_that_the_suite_does_not_use_is_named_with_those_that_it_does()
    {
        using var scratch = new ScratchRepository();

        var error = Assert.Throws<UserException>(() =>
            PackageVersions.Known(scratch.Path, PackageVersions.Parse(["Orleans=9"]))
        );

        Assert.Equal("--set Orleans: the suite uses no such package; there are: Akka", error.Message);
    }
}
