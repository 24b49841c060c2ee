using Bench.Analysis.Decisions;
using Xunit;

namespace Bench.Tests.Analysis.Decisions;

public sealed class WeightsTests
{
    [Fact]
    public void What_is_not_named_counts_nothing() =>
        Assert.Equal(
            "processor=0,memory=2,latency=0.5,code=0",
            Weights.Parse(" latency = 0.5, memory=2 ").ToString()
        );

    [Theory]
    [InlineData("", "column 1: expected one of processor, memory, latency, code, found the end")]
    [InlineData("speed=1", "column 1: expected one of processor, memory, latency, code, found 'speed=1'")]
    [InlineData("memory", "column 7: expected = after memory, found the end")]
    [InlineData("memory=", "column 8: expected a number from 0 to 999999, such as 2 or 0.5, found the end")]
    [InlineData("memory=-1", "column 8: expected a number from 0 to 999999, such as 2 or 0.5, found '-1'")]
    [InlineData("memory=1;code=2", "column 9: expected a comma or the end, found ';code=2'")]
    [InlineData("memory=1,", "column 10: expected one of processor, memory, latency, code, found the end")]
    [InlineData("memory=1,memory=2", "column 10: memory has a weight already")]
    [InlineData("memory=0", "at least one weight must be above 0")]
    public void What_is_wrong_is_said_with_its_column(string text, string expected) =>
        Assert.Equal(expected, Assert.Throws<FormatException>(() => Weights.Parse(text)).Message);
}
