using Bench.Cli;
using Bench.Cli.Gating;
using Bench.Measurement.Hosting;
using Bench.Measurement.Planning;
using Xunit;

namespace Bench.Tests.Cli.Gating;

/// <summary>The size of a gate's cases where the user does not say.</summary>
public sealed class GatePresetTests
{
    private static readonly TimeSpan s_usual = TimeSpan.FromMinutes(15);
    private static readonly Models s_models = Models.Load();

    [Fact]
    public void A_lane_alone_is_measured_at_quick_size_where_there_is_time() =>
        Assert.Equal(
            (Presets.Quick, Presets.Smoke),
            (Of(["pingpong"], ["tasks"], s_usual), Of(["pingpong"], ["tasks"], TimeSpan.FromMinutes(1)))
        );

    [Fact]
    public void Many_lanes_are_measured_at_smoke_size() => Assert.Equal(Presets.Smoke, Of([], [], s_usual));

    [Fact]
    public void A_pattern_that_only_smoke_has_a_case_for_asks_for_smoke()
    {
        var lanes = s_models.Select(["pingpong"], ["tasks"]);
        var smoke = GateCases.Chosen(lanes, Presets.Smoke, CasePatterns.All)[0].Case;

        Assert.Equal(Presets.Smoke, GatePreset.Of(lanes, new([smoke]), s_usual));
    }

    private static Presets Of(string[] workloads, string[] models, TimeSpan budget) =>
        GatePreset.Of(s_models.Select(workloads, models), CasePatterns.All, budget);
}
