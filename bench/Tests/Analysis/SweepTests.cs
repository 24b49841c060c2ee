using Bench.Analysis;
using Xunit;

namespace Bench.Tests.Analysis;

public sealed class SweepTests
{
    [Fact]
    public void Scenarios_that_differ_in_one_number_alone_are_a_sweep_in_its_order()
    {
        var sweep = Assert.Single(In(("users", "500", "a"), ("users", "50", "a"), ("users", "5", "b")));

        Assert.Equal("users", sweep.Parameter);
        Assert.Equal("mode=a", sweep.Others.ToString());
        Assert.Equal([50, 500], sweep.Scenarios.Select(point => point.Value));
    }

    [Fact]
    public void Words_are_no_sweep() => Assert.Empty(In(("users", "many", "a"), ("users", "few", "a")));

    private static List<Sweep> In(params (string Name, string Value, string Mode)[] places) =>
        [
            .. Sweep.In(
                RunAnalysis.Of(
                    Runs.Manifest([
                        .. places.Select(place =>
                            Runs.Case("tasks") with
                            {
                                Case = $"ping/tasks/{place.Value}/{place.Mode}",
                                Parameters = new([new(place.Name, place.Value), new("mode", place.Mode)]),
                            }
                        ),
                    ]),
                    []
                )
            ),
        ];
}
