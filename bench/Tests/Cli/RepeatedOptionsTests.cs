using Bench.Cli;
using Bench.Cli.Verbs;
using Xunit;

namespace Bench.Tests.Cli;

/// <summary>Options that take a list may be given several times, others not.</summary>
public sealed class RepeatedOptionsTests
{
    [Theory]
    [InlineData("gate --runtime 1 --all --runtime 2", "gate --runtime 1,2 --all")]
    [InlineData("gate --set A=1 --set B=2 --set C=3", "gate --set A=1,B=2,C=3")]
    [InlineData("gate --seed 1 --seed 2", "gate --seed 1 --seed 2")]
    [InlineData("gate --runtime 1 --runtime", "gate --runtime 1 --runtime")]
    [InlineData("other --runtime 1 --runtime 2", "other --runtime 1 --runtime 2")]
    [InlineData("gate", "gate")]
    public void They_are_joined_at_the_first_place(string given, string expected) =>
        Assert.Equal(expected.Split(' '), RepeatedOptions.Joined(given.Split(' '), [typeof(GateVerb)]));
}
