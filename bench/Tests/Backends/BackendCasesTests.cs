using Bench.Measurement.Backend;
using Bench.Measurement.Hosting;
using Bench.Measurement.Planning;
using Bench.Results;
using Xunit;

namespace Bench.Tests.Backends;

/// <summary>Which cases there are with and without a named backend.</summary>
public sealed class BackendCasesTests
{
    private const Presets Any = Presets.Smoke | Presets.Quick | Presets.Standard | Presets.Full;
    private static readonly IReadOnlyList<Lane> s_lanes = Lanes.Of(
        House.Models.Select(System.Reflection.Assembly.Load)
    );

    [Fact]
    public void Backends_are_found_beside_the_program() =>
        Assert.Equal(["http", "postgres", "sqlite"], RealBackends.Names);

    [Fact]
    public void No_case_has_a_backend_unless_one_is_named() =>
        Assert.DoesNotContain(
            Plan.Of(s_lanes, Any).Cases,
            planned => planned.Case.Contains("backend=", StringComparison.Ordinal)
        );

    [Fact]
    public void Cases_on_a_backend_differ_from_the_simulated_ones_by_its_name_alone()
    {
        foreach (var lane in s_lanes.Where(lane => lane.HasRealBackends))
        {
            var simulated = lane.On(BackendName.Simulated).Cases(Any).Select(item => item.Case.Case);
            var real = lane.On("http").Cases(Any).Select(item => item.Case.Case);

            Assert.Equal(
                simulated,
                real.Select(id => id.Replace("backend=http,", "", StringComparison.Ordinal))
            );
            Assert.All(real, id => Assert.Contains("backend=http,", id, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData(Presets.Smoke)]
    [InlineData(Presets.Quick)]
    [InlineData(Presets.Standard)]
    [InlineData(Presets.Full)]
    public void Three_workloads_have_one_configuration_on_each_backend_in_each_preset(Presets preset)
    {
        var planned = s_lanes
            .Where(lane => lane.HasRealBackends && lane.Variant == VariantName.Default)
            .SelectMany(lane => lane.On("sqlite").Cases(preset))
            .Select(item => (item.Case.Workload, item.Case.Parameters))
            .Distinct()
            .Select(item => item.Workload);

        Assert.Equal(["inventory", "payments", "sessions"], planned);
    }

    [Fact]
    public void Another_runtime_has_the_simulated_device_only()
    {
        var lane = s_lanes.First(lane => lane is { Model.Id: "go", Workload.Id: "inventory" });

        Assert.Equal(
            "its program, in another runtime, has the simulated device only",
            lane.On("sqlite").OutOfReach
        );
    }
}
