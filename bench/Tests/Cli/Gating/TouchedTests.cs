using Bench.Cli;
using Bench.Cli.Gating;
using Bench.Measurement.Hosting;
using Xunit;

namespace Bench.Tests.Cli.Gating;

/// <summary>Which lanes a change can make slower.</summary>
public sealed class TouchedTests
{
    private static readonly IReadOnlyList<Lane> s_lanes = Models.Load().Lanes;

    [Fact]
    public void A_lanes_file_touches_the_lanes_of_its_workload_in_its_model()
    {
        var touched = By("bench/Channels/Inventory.cs");

        Assert.Equal(
            ["inventory/channels:default", "inventory/channels:partitioned"],
            touched.Lanes.Select(Id)
        );
        Assert.False(touched.Everything);
        Assert.Equal(["bench/Channels/Inventory.cs: inventory of channels"], touched.Why);
    }

    [Theory]
    [InlineData("bench/Actors/ActorHost.cs")]
    [InlineData("bench/Actors/Actors.csproj")]
    [InlineData("bench/Actors/packages.lock.json")]
    [InlineData("bench/Actors/RemovedLane.cs")]
    public void What_a_model_shares_touches_all_its_lanes(string path)
    {
        var touched = By(path);

        Assert.Equal(s_lanes.Where(lane => lane.Model.Id == "actors"), touched.Lanes);
        Assert.Equal([$"{path}: every lane of actors"], touched.Why);
    }

    [Theory]
    [InlineData("bench/Reference/Java/src/Pingpong.java", "pingpong")]
    [InlineData("bench/Reference/Java/src/Main.java", null)]
    public void Code_that_two_models_run_touches_both(string path, string? workload) =>
        Assert.Equal(
            s_lanes.Where(lane =>
                lane.Model.Id is "java" or "java-virtual"
                && (workload is null || lane.Workload.Id == workload)
            ),
            By(path).Lanes
        );

    [Fact]
    public void A_workloads_folder_touches_its_lanes_in_all_models()
    {
        var touched = By("bench/Workloads/Pingpong/Pinger.cs");

        Assert.Equal(s_lanes.Where(lane => lane.Workload.Id == "pingpong"), touched.Lanes);
    }

    [Theory]
    [InlineData("bench/Measurement/Load/OpenLoop.cs")]
    [InlineData("bench/Results/Sample.cs")]
    [InlineData("bench/Workloads/Fairness.cs")]
    [InlineData("bench/Workloads/Unknown/Thing.cs")]
    [InlineData("bench/Directory.Packages.props")]
    [InlineData("bench/Model.props")]
    [InlineData("bench/Unheard/Thing.cs")]
    [InlineData("global.json")]
    public void What_all_lanes_are_made_of_touches_all(string path) => Assert.True(By(path).Everything);

    [Theory]
    [InlineData("README.md")]
    [InlineData("bench/Channels/README.md")]
    [InlineData("bench/docs/methodology.md")]
    [InlineData("bench/Tests/Cli/ModelsTests.cs")]
    [InlineData("bench/Reporter/ReportWriter.cs")]
    [InlineData("bench/Analysis/Verdict.cs")]
    [InlineData("bench/Cli/VerbRunner.cs")]
    [InlineData("reports/reference/manifest.json")]
    [InlineData(".github/workflows/gate.yml")]
    [InlineData("run.sh")]
    public void What_no_lane_loads_touches_none(string path)
    {
        var touched = By(path);

        Assert.Empty(touched.Lanes);
        Assert.Equal([$"{path}: nothing that is measured"], touched.Why);
    }

    [Fact]
    public void Changes_add_up_and_without_any_nothing_is_touched()
    {
        Assert.Equal(
            ["pipeline/tasks:default", "pingpong/threads:default"],
            By("bench/Tasks/Pipeline.cs", "README.md", "bench/Threads/Pingpong.cs")
                .Lanes.Select(Id)
                .OrderDescending()
        );
        Assert.Equal(["no file differs from base"], By().Why);
    }

    [Fact]
    public void A_package_touches_the_models_that_have_it_in_their_lock_file()
    {
        var touched = Touched.ByPackages(
            s_lanes,
            House.Root,
            new Dictionary<string, string> { ["Akka"] = "1.5.73" }
        );

        Assert.Equal(["actors", "cluster"], touched.Lanes.Select(lane => lane.Model.Id).Distinct());
    }

    private static Touched By(params string[] paths) => Touched.By(s_lanes, paths);

    private static string Id(Lane lane) => $"{lane.Workload.Id}/{lane.Model.Id}:{lane.Variant}";
}
