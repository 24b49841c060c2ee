using Bench.Analysis;
using Xunit;

namespace Bench.Tests.Analysis;

public sealed class MetricsTests
{
    [Fact]
    public void A_name_outside_the_catalogue_reads_the_workloads_own_figures()
    {
        var metric = Metrics.Find("residentBytesPerUnit");
        var sample = Runs.Sample("tasks", 0, 1, 100) with
        {
            Metrics = new() { ["residentBytesPerUnit"] = 231 },
        };

        Assert.Equal(231, metric.Select(sample));
        Assert.Null(metric.Select(Runs.Sample("tasks", 0, 1, 100)));
        Assert.Equal(Unit.Bytes, metric.Unit);
        Assert.Equal("Resident bytes per unit", metric.Title);
        Assert.Contains(metric, Metrics.In([sample]));
    }

    [Theory]
    [InlineData("recoveryMilliseconds", "Recovery time")]
    [InlineData("spikeP95Milliseconds", "Spike p95")]
    [InlineData("createSecondsPerUnit", "Create seconds per unit")]
    [InlineData("unitsPerSecond", "Units per second")]
    public void A_title_names_no_unit_that_its_values_say(string id, string title) =>
        Assert.Equal(title, Metrics.Find(id).Title);

    [Fact]
    public void Ids_are_unique_and_found() =>
        Assert.All(Metrics.All, metric => Assert.Same(metric, Metrics.Find(metric.Id)));

    [Fact]
    public void What_the_system_does_not_tell_is_absent()
    {
        var sample = Runs.Sample("tasks", 0, 1, 100);

        Assert.Null(Metrics.AddedResident.Select(sample));
        Assert.Null(Metrics.P99.Select(sample));
        Assert.Null(Metrics.ContextSwitchesPerOperation.Select(sample));
    }
}
