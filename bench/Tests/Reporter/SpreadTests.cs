using Bench.Reporter.Charts;
using Xunit;

namespace Bench.Tests.Reporter;

public sealed class SpreadTests
{
    [Theory]
    [InlineData(new double[] { 0, 0, 0, 0, 100, 100 })]
    [InlineData(new double[] { 0, 0, 0, 1, 2, 99, 100, 100, 100 })]
    [InlineData(new double[] { 50, 50, 50 })]
    public void Labels_stand_apart_and_within_the_limits_at_both_ends(double[] wished)
    {
        var places = Spread.Apart(wished, 10, 0, 100).Order().ToArray();

        Assert.InRange(places[0], 5 - 1e-9, 100);
        Assert.InRange(places[^1], 0, 95 + 1e-9);
        Assert.All(places.Skip(1).Zip(places), pair => Assert.InRange(pair.First - pair.Second, 9.9, 100));
    }

    [Fact]
    public void More_than_fit_stand_closer() =>
        Assert.Equal(
            [10, 30, 50, 70, 90],
            Spread.Apart([1, 2, 3, 4, 5], 30, 0, 100),
            (a, b) => Math.Abs(a - b) < 0.5
        );

    [Fact]
    public void Who_has_room_stays() => Assert.Equal([70, 20], Spread.Apart([70, 20], 10, 0, 100));
}
