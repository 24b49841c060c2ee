using Bench.Cli;
using Bench.Cli.Gating;
using Xunit;

namespace Bench.Tests.Cli.Gating;

/// <summary>What another build's <c>list --json</c> is read for.</summary>
public sealed class KnownCasesTests
{
    [Fact]
    public void Cases_within_reach_are_known_whatever_else_an_older_or_newer_list_says() =>
        Assert.Equal(
            ["a/b/equal/", "a/c/equal/"],
            KnownCases
                .Read(
                    """{"schemaVersion":1,"news":2,"cases":[{"case":"a/b/equal/"},{"case":"a/c/equal/","outOfReach":null},{"case":"a/d/equal/","outOfReach":"too many"}]}""",
                    "base"
                )
                .Order()
        );

    [Theory]
    [InlineData("""{"schemaVersion":2,"cases":[]}""", "version 2 of the list")]
    [InlineData("""{"cases":[]}""", "of another form")]
    [InlineData("""[]""", "of another form")]
    [InlineData("hello", "of another form")]
    public void A_list_of_another_form_is_refused(string json, string expected)
    {
        var error = Assert.Throws<UserException>(() => KnownCases.Read(json, "v1"));

        Assert.StartsWith(
            "v1: its list of cases is of another form",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }
}
