using Bench.Results;
using Xunit;

namespace Bench.Tests.Results;

public sealed class ParameterSetTests
{
    [Fact]
    public void Order_of_construction_does_not_matter()
    {
        var one = new ParameterSet([new("users", "500"), new("arrivals", "poisson")]);
        var other = new ParameterSet([new("arrivals", "poisson"), new("users", "500")]);

        Assert.Equal(one, other);
        Assert.Equal("arrivals=poisson,users=500", other.ToString());
    }
}
