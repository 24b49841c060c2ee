using Bench.Measurement.Planning;
using Xunit;

namespace Bench.Tests.Measurement.Planning;

public sealed class TimeBudgetTests
{
    [Theory]
    [InlineData("90s", 90)]
    [InlineData("20m", 1200)]
    [InlineData("1h", 3600)]
    [InlineData("1.5h", 5400)]
    public void A_time_is_read(string text, double seconds) =>
        Assert.Equal(seconds, TimeBudget.Parse(text)?.TotalSeconds);

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("0s")]
    [InlineData("-5m")]
    [InlineData("20")]
    [InlineData("m")]
    [InlineData("abc")]
    [InlineData("1d")]
    [InlineData("1,5h")]
    [InlineData("9999999h")]
    public void What_is_no_time_is_not(string text) => Assert.Null(TimeBudget.Parse(text));

    [Theory]
    [InlineData("90s")]
    [InlineData("20m")]
    [InlineData("1h")]
    public void A_time_is_written_as_it_is_read(string text) =>
        Assert.Equal(text, TimeBudget.Format(TimeBudget.Parse(text)!.Value));

    [Fact]
    public void Rounds_fit_as_long_as_there_is_time_for_all_of_them()
    {
        var spent = TimeSpan.FromSeconds(40);
        var budget = new TimeBudget(TimeSpan.FromSeconds(100), () => spent);

        Assert.True(budget.Fits(TimeSpan.FromSeconds(20), 3));
        Assert.False(budget.Fits(TimeSpan.FromSeconds(20), 4));
        spent = TimeSpan.FromSeconds(300);
        Assert.Equal(TimeSpan.Zero, budget.Left);
        Assert.False(budget.Fits(TimeSpan.FromSeconds(1), 1));
    }
}
