using Bench.Cli;
using Bench.Cli.Measuring;
using Bench.Measurement.Hosting;
using Bench.Results;
using Xunit;

namespace Bench.Tests.Cli.Measuring;

/// <summary>Which runs also try the pitfalls.</summary>
public sealed class WholeRunTests
{
    private static readonly Models s_models = Models.Load();

    [Theory]
    [InlineData("standard", true)]
    [InlineData("full", true)]
    [InlineData("quick", false)]
    [InlineData("smoke", false)]
    public void Of_all_workloads_at_standard_or_full_size(string preset, bool expected) =>
        Assert.Equal(expected, WholeRun.Is(Manifest(preset), s_models));

    [Fact]
    public void Not_when_a_workload_is_left_out()
    {
        var manifest = Manifest("standard");

        Assert.False(WholeRun.Is(manifest with { Workloads = [.. manifest.Workloads.Skip(1)] }, s_models));
    }

    [Fact]
    public void Not_a_search_for_capacities() =>
        Assert.False(
            WholeRun.Is(
                Manifest("standard") with
                {
                    Capacity = CapacityPreset.Plan(Presets.Smoke, "p99<1s", launches: null, []),
                },
                s_models
            )
        );

    private static RunManifest Manifest(string preset) =>
        Bench.Tests.Measurement.Runs.Manifests.Of(new([], []), rounds: 1) with
        {
            Preset = preset,
            Workloads = [.. s_models.Lanes.Select(lane => lane.Workload).DistinctBy(facts => facts.Id)],
        };
}
