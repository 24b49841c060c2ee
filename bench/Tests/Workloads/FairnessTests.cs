using Bench.Workloads;
using Xunit;

namespace Bench.Tests.Workloads;

public sealed class FairnessTests
{
    [Fact]
    public void All_alike_is_fair() => Assert.Equal(1, Fairness.Of([3, 3, 3, 3]), precision: 12);

    [Fact]
    public void One_alone_has_a_share_of_one_in_all() =>
        Assert.Equal(0.25, Fairness.Of([0, 8, 0, 0]), precision: 12);

    [Fact]
    public void Half_of_all_alone_is_half_fair() =>
        Assert.Equal(0.5, Fairness.Of([5, 0, 5, 0]), precision: 12);
}
