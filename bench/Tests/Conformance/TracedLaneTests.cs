using System.Collections.Concurrent;
using Bench.Results;
using Xunit;

namespace Bench.Tests.Conformance;

/// <summary>Tracing of real lanes, held against what is known of them: how many workers a stage has, how long the backend takes.</summary>
[Collection(Alone.Name)]
public sealed class TracedLaneTests
{
    private const long BackendNanoseconds = 44_000_000;
    private static readonly ConcurrentDictionary<string, Sample> s_measured = new();

    public static TheoryData<string> Pipelines => [.. Traced("pipeline")];

    public static TheoryData<string> Inventories => [.. Traced("inventory")];

    [Theory]
    [MemberData(nameof(Pipelines))]
    public void Every_item_of_a_pipeline_passes_its_steps_in_order_and_waits_between_them(string name)
    {
        var operations = Measure(name).Trace!.Operations;

        Assert.Equal(8, operations.Count);
        Assert.All(
            operations,
            operation =>
            {
                Assert.Equal(
                    ["offer", "parse", "enrich", "aggregate", "write"],
                    operation.Spans.Select(span => span.Name)
                );
                Assert.All(operation.Spans, span => Assert.True(span.From <= span.Until));
                Assert.All(
                    operation.Spans.Zip(operation.Spans.Skip(1)),
                    pair => Assert.True(pair.First.Until <= pair.Second.From)
                );
                Assert.True(operation.Until <= operation.Spans[^1].Until);
            }
        );
    }

    [Theory]
    [InlineData("pipeline/threads:default")]
    [InlineData("pipeline/channels:default")]
    public void Stages_with_workers_of_their_own_are_told_apart_and_counted(string name)
    {
        var trace = Measure(name).Trace!;

        Assert.Equal(
            [("offer", -1), ("parse", 2), ("enrich", 4), ("aggregate", 1), ("write", 1)],
            trace.Units.Select(units =>
                (
                    units.Steps,
                    units.Steps == "offer" ? -1 : (int)Math.Round(units.LifetimeSeconds / trace.WindowSeconds)
                )
            )
        );
        Assert.All(trace.Units, units => Assert.True(units.WorkSeconds < units.LifetimeSeconds));
    }

    [Fact]
    public void A_task_per_item_walks_through_all_steps()
    {
        var trace = Measure("pipeline/tasks:default").Trace!;

        Assert.Contains(trace.Units, units => units.Steps == "parse + enrich + aggregate + write");
    }

    [Theory]
    [MemberData(nameof(Inventories))]
    public void A_request_is_with_the_backend_for_its_service_time_and_then_applied(string name)
    {
        var operations = Measure(name).Trace!.Operations;

        Assert.NotEmpty(operations);
        Assert.All(
            operations,
            operation =>
            {
                Assert.Equal(["backend", "waking", "apply"], operation.Spans.Select(span => span.Name));
                Assert.True(operation.Spans[0].Until - operation.Spans[0].From >= BackendNanoseconds);
                Assert.True(operation.From <= operation.Spans[0].From);
            }
        );
    }

    /// <summary>Little's law: calls a second × 44 ms are with the backend at once, whatever the machine does beside.</summary>
    [Theory]
    [InlineData("inventory/threads:default")]
    [InlineData("inventory/channels:default")]
    [InlineData("inventory/tasks:default")]
    public void Units_wait_at_the_backend_for_as_long_as_their_calls_take(string name)
    {
        var sample = Measure(name);
        var waited = sample.Trace!.Units.Sum(units => units.BackendSeconds);

        Assert.InRange(
            waited / (sample.Operations.Completed * BackendNanoseconds / 1e9),
            0.8,
            double.MaxValue
        );
        Assert.All(
            sample.Trace.Units,
            units => Assert.True(units.BackendSeconds + units.WakingSeconds <= units.LifetimeSeconds * 1.0001)
        );
    }

    [Fact]
    public void A_lane_whose_workload_has_no_steps_cannot_be_traced() =>
        Assert.False(EveryLane.All.First(lane => lane.Workload.Id == "pingpong").CanBeTraced);

    private static Sample Measure(string name) => s_measured.GetOrAdd(name, Take);

    private static Sample Take(string name)
    {
        var lane = EveryLane.All.Single(lane => EveryLane.Name(lane) == name);
        var planned = lane.Smallest().WithTrace();
        var workload = lane.Create(planned, seed: 1);
        workload.BeginProcess();
        for (var iteration = 0; iteration <= workload.WarmUpIterations; iteration++)
        {
            workload.BeginIteration();
            workload.Run();
            workload.EndIteration();
        }

        workload.EndProcess();
        var sample = workload.ToSample(planned);
        Assert.Empty(workload.Violations);
        Assert.Equal(planned.Case, sample.Case);
        return sample;
    }

    private static IEnumerable<string> Traced(string workload) =>
        EveryLane.All.Where(lane => lane.Workload.Id == workload && lane.CanBeTraced).Select(EveryLane.Name);
}
