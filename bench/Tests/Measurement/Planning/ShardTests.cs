using Bench.Cli;
using Bench.Measurement.Hosting;
using Bench.Measurement.Planning;
using Xunit;

namespace Bench.Tests.Measurement.Planning;

/// <summary>Parts of the plan that the suite really has.</summary>
public sealed class ShardTests
{
    private static readonly Plan s_plan = Plan.Of(Models.Load().Lanes, Presets.Standard, traced: true);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void Every_case_is_in_one_part(int count)
    {
        var parts = Parts(count).SelectMany(part => part.Cases).Select(planned => planned.Key);

        Assert.Equal(
            s_plan.Cases.Select(planned => planned.Key).Order(StringComparer.Ordinal),
            parts.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void What_is_compared_in_pairs_stays_on_one_machine()
    {
        var places = Parts(5)
            .SelectMany(
                (part, index) => part.Cases.Select(planned => (planned.Workload, planned.Parameters, index))
            )
            .Distinct()
            .GroupBy(item => (item.Workload, item.Parameters));

        Assert.All(places, place => Assert.Single(place));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void Parts_are_about_as_large(int count)
    {
        var sizes = Parts(count).Select(part => part.Cases.Count).ToList();
        var largestPlace = s_plan
            .Cases.CountBy(planned => (planned.Workload, planned.Parameters))
            .Max(place => place.Value);

        Assert.InRange(sizes.Max() - sizes.Min(), 0, largestPlace);
    }

    [Fact]
    public void More_parts_than_places_leave_some_without_cases()
    {
        var one = new Plan([s_plan.Cases[0]], []);

        Assert.Equal([1, 0], [one.Part(new(1, 2)).Cases.Count, one.Part(new(2, 2)).Cases.Count]);
    }

    [Theory]
    [InlineData("1/1", 1, 1)]
    [InlineData("2/5", 2, 5)]
    public void A_part_is_read_and_written_alike(string text, int index, int count)
    {
        var shard = Shard.Parse(text);

        Assert.Equal(new(index, count), shard);
        Assert.Equal(text, shard!.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("0/5")]
    [InlineData("6/5")]
    [InlineData("1/0")]
    [InlineData("-1/5")]
    [InlineData("1/5/2")]
    [InlineData("one/two")]
    public void What_is_no_part_is_none(string text) => Assert.Null(Shard.Parse(text));

    private static IEnumerable<Plan> Parts(int count) =>
        Enumerable.Range(1, count).Select(index => s_plan.Part(new(index, count)));
}
