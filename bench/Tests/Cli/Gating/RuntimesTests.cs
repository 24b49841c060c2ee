using Bench.Cli;
using Bench.Cli.Gating;
using Xunit;

namespace Bench.Tests.Cli.Gating;

/// <summary>The values of <c>--runtime</c>.</summary>
public sealed class RuntimesTests
{
    private static readonly string[] s_installed = ["9.0.4", "10.0.1", "11.0.0-preview.1"];

    [Theory]
    [InlineData("10.0.2", "--runtime 10.0.2: not installed; there are: 9.0.4, 10.0.1, 11.0.0-preview.1")]
    [InlineData("latest", "--runtime latest: not installed")]
    [InlineData("9.0.4", "--runtime 9.0.4: the models are built for .NET 10")]
    public void One_that_cannot_be_used_is_named(string version, string expected)
    {
        var error = Assert.Throws<UserException>(() =>
            Runtimes.Check(["10.0.1", version], s_installed, builtFor: 10)
        );

        Assert.StartsWith(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_or_a_newer_one_will_do() =>
        Runtimes.Check(["10.0.1", "10.0.1", "11.0.0-preview.1"], s_installed, builtFor: 10);

    [Fact]
    public void This_one_is_among_those_installed() =>
        Assert.Contains(Environment.Version.ToString(), DotnetHost.Runtimes());
}
