using Bench.Measurement.Hosting;
using Xunit;

namespace Bench.Tests.Conformance;

/// <summary>Every lane there is, found as the program finds them.</summary>
[Collection(Alone.Name)]
public sealed class LaneTests
{
    private static readonly IReadOnlyList<Lane> s_lanes = EveryLane.All;

    public static TheoryData<string> Names => [.. s_lanes.Select(EveryLane.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_lane_is_correct(string name)
    {
        var lane = s_lanes.Single(lane => EveryLane.Name(lane) == name);
        Assert.SkipWhen(lane.OutOfReach is not null, lane.OutOfReach ?? "");
        var (operations, problems) = Verification.Check(lane);

        Assert.Empty(problems);
        Assert.True(operations > 0);
    }

    [Fact]
    public void Every_lane_is_unsealed_for_BenchmarkDotNet_to_derive_from() =>
        Assert.All(s_lanes, lane => Assert.False(lane.Type.IsSealed, $"{lane.Source} is sealed"));

    [Fact]
    public void Every_lane_names_its_source_file() =>
        Assert.All(
            s_lanes,
            lane => Assert.True(File.Exists(Path.Combine(House.Root, lane.Source)), lane.Source)
        );

    [Fact]
    public void Every_default_lane_takes_part_in_every_preset_but_quick_has_minutes_and_not_every_workload() =>
        Assert.All(
            s_lanes
                .Where(lane => lane.Variant == "default" && lane.OutOfReach is null)
                .GroupBy(lane => lane.Workload.Id),
            lanes =>
            {
                Assert.All(
                    new[] { Presets.Smoke, Presets.Full },
                    preset => Assert.All(lanes, lane => Assert.True(HasCases(lane, preset)))
                );
                Assert.Single(lanes.Select(lane => HasCases(lane, Presets.Quick)).Distinct());

                // The article's workloads are in standard, Savina's in a preset of their own.
                Assert.All(
                    lanes,
                    lane => Assert.NotEqual(HasCases(lane, Presets.Standard), HasCases(lane, Presets.Savina))
                );
            }
        );

    [Fact]
    public void Case_ids_are_unique() =>
        Assert.All(
            s_lanes
                .SelectMany(lane =>
                    new[] { Presets.Smoke, Presets.Quick, Presets.Standard, Presets.Full, Presets.Savina }
                        .SelectMany(preset => lane.Cases(preset))
                        .Select(item => item.Case.Case)
                        .Distinct()
                )
                .CountBy(id => id),
            pair => Assert.True(pair.Value == 1, pair.Key)
        );

    private static bool HasCases(Lane lane, Presets preset) =>
        lane.Cases(preset).Any(item => item.OutOfReach is null);
}
