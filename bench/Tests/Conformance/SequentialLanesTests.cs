using Bench.Analysis.Code;
using Bench.Measurement.Hosting;
using Bench.Results;
using Xunit;

namespace Bench.Tests.Conformance;

/// <summary>The baseline that code of other models is held against has no concurrency but what its workloads impose.</summary>
public sealed class SequentialLanesTests
{
    // Whose events come from outside and must not be kept waiting: one queue, and one thread behind it.
    private static readonly string[] s_behindQueue = ["BlockingCollection", "Thread"];

    // One thread beside the one that watches the clock for the measuring side.
    private static readonly string[] s_besideMeasuring = ["Thread"];

    public static TheoryData<string> Names =>
        [.. EveryLane.All.Where(lane => lane.Model.Id == "sequential").Select(EveryLane.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_sequential_lane_names_no_primitive_of_concurrency_that_its_workload_does_not_impose(
        string name
    )
    {
        var lane = EveryLane.All.Single(lane => EveryLane.Name(lane) == name);
        var code = File.ReadAllText(Path.Combine(House.Root, lane.Source));

        Assert.Equal(
            Imposed(lane),
            CodeMetrics.Of([new SourceFile(lane.Source, code)], ConcurrencyPrimitives.Known).Primitives
        );
    }

    [Fact]
    public void Six_workloads_at_least_have_a_sequential_lane() =>
        Assert.InRange(Names.Count, 6, int.MaxValue);

    private static string[] Imposed(Lane lane) =>
        lane.Workload.Id switch
        {
            "abandoned" or "gateway" or "routing" => s_behindQueue,
            "predictable" => s_besideMeasuring,
            _ => [],
        };
}
