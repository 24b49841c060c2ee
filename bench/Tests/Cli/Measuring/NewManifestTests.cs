using Bench.Cli;
using Bench.Cli.Measuring;
using Bench.Measurement.Hosting;
using Bench.Measurement.Planning;
using Xunit;

namespace Bench.Tests.Cli.Measuring;

public sealed class NewManifestTests
{
    [Fact]
    public void A_run_names_the_workloads_that_it_measures_and_no_other()
    {
        var lanes = Models.Load().Lanes;
        var plan = Plan.Of(lanes, Presets.Quick);

        var manifest = NewManifest.Of(plan, lanes, "quick", rounds: 1, seed: 1);

        var measured = plan.Cases.Select(planned => planned.Workload).Distinct().Order().ToList();
        Assert.True(measured.Count < lanes.Select(lane => lane.Workload.Id).Distinct().Count());
        Assert.Equal(measured, manifest.Workloads.Select(facts => facts.Id).Order());
    }

    [Fact]
    public void A_search_that_has_no_case_yet_names_every_workload_that_it_was_given()
    {
        var lanes = Models.Load().Lanes.Where(lane => lane.LoadParameter is not null).ToList();

        var manifest = NewManifest.Of(new Plan([], []), lanes, "quick", rounds: 0, seed: 1);

        Assert.Equal(
            lanes.Select(lane => lane.Workload.Id).Distinct().Order(),
            manifest.Workloads.Select(facts => facts.Id).Order()
        );
    }
}
