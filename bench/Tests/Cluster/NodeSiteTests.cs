using Bench.Measurement.Hosting;
using Bench.Tests.Cli;
using Bench.Tests.Workloads;
using Xunit;

namespace Bench.Tests.Cluster;

/// <summary>Nodes that are started where somebody listens: other machines, here other addresses of the loopback range.</summary>
[Collection(Alone.Name)]
public sealed class NodeSiteTests
{
    [Fact]
    public void A_lane_runs_on_the_sites_that_a_run_names()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "other systems have one loopback address");
        using var first = new Listener(Listener.FreeAddress("127.0.0.2"));
        using var second = new Listener(Listener.FreeAddress("127.0.0.3"));
        Environment.SetEnvironmentVariable(NodeSite.Variable, $"{first.Address},{second.Address}");
        try
        {
            var lane = Trial.Run(
                new ShardedActors.Inventory
                {
                    Parameters = new()
                    {
                        Products = 40,
                        Users = 50,
                        WarmUpMilliseconds = 500,
                        MeasuredMilliseconds = 500,
                    },
                }
            );

            Assert.Empty(lane.Violations);
            Assert.True(lane.Metrics["node1Requests"] > 0 && lane.Metrics["node2Requests"] > 0);
            Assert.Equal(
                lane.Metrics["node1ProcessorSeconds"] + lane.Metrics["node2ProcessorSeconds"],
                lane.Window.ProcessorSeconds,
                tolerance: 1e-9
            );
        }
        finally
        {
            Environment.SetEnvironmentVariable(NodeSite.Variable, null);
        }
    }

    [Fact]
    public void A_port_in_use_is_said_in_one_line()
    {
        using var first = new Listener(Listener.FreeAddress("127.0.0.1"));
        Assert.Equal($"a node can be had at {first.Address}; Ctrl-C ends it", first.Said);

        using var second = new Listener(first.Address);

        Assert.StartsWith($"error: --listen {first.Address}: ", second.Said, StringComparison.Ordinal);
        Assert.Equal(2, second.ExitCode);
    }

    [Theory]
    [InlineData("10.0.0.5:9000", "10.0.0.5", 9000)]
    [InlineData("box:1", "box", 1)]
    public void A_site_is_a_host_and_a_port(string text, string host, int port) =>
        Assert.Equal(new NodeSite(host, port), NodeSite.TryParse(text));

    [Theory]
    [InlineData("box")]
    [InlineData(":9000")]
    [InlineData("box:0")]
    [InlineData("box:70000")]
    [InlineData("box:port")]
    public void Anything_else_is_none(string text) => Assert.Null(NodeSite.TryParse(text));

    [Theory]
    [InlineData("box", "--nodes box: give host:port")]
    [InlineData("127.0.0.1:1", "--nodes 127.0.0.1:1: ")]
    public async Task A_site_that_cannot_be_used_is_refused_before_anything_is_measured(
        string site,
        string line
    )
    {
        var result = await BenchProgram.RunAsync(
            "run",
            "--preset",
            "smoke",
            "--models",
            "cluster",
            "--nodes",
            site
        );

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(line, result.StandardError, StringComparison.Ordinal);
    }
}
