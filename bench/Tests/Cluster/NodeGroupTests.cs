using System.Diagnostics;
using Bench.ClusterLanes;
using Bench.Measurement.Hosting;
using Bench.Measurement.Runs;
using Xunit;

namespace Bench.Tests.Cluster;

/// <summary>Nodes are processes that are started, found wanting in one line, and ended.</summary>
[Collection(Alone.Name)]
public sealed class NodeGroupTests
{
    [Fact]
    public void A_group_that_is_done_with_leaves_no_process()
    {
        int[] processes;
        using (
            var group = NodeGroup.Start(
                ShardedNodes.Model,
                ShardedNodes.Setup(nodes: 2),
                ShardedNodes.Patience
            )
        )
        {
            processes = [.. group.Nodes.Select(node => node.Id)];
            Assert.All(processes, process => Assert.True(ShardedNodes.IsAlive(process)));
            Assert.Equal(2, group.Books().Count);
            Assert.Equal(0, group.Stop());
        }

        Assert.Equal(2, processes.Length);
        Assert.All(processes, process => Assert.False(ShardedNodes.IsAlive(process)));
    }

    [Fact]
    public void A_node_that_dies_is_named_with_how_it_ended()
    {
        using var group = NodeGroup.Start(ShardedNodes.Model, ShardedNodes.Setup(), ShardedNodes.Patience);
        var node = Assert.Single(group.Nodes);
        group.MustLive();

        ShardedNodes.Kill(node.Id);

        Assert.True(SpinWait.SpinUntil(() => node.HasEnded, ShardedNodes.Patience));
        var failure = Assert.Throws<LaneFailureException>(group.MustLive);
        Assert.Equal(
            $"node 1 (process {node.Id}) ended while requests were under way with exit code 137",
            failure.Message
        );
    }

    [Fact]
    public void A_node_that_never_joins_is_named_with_what_to_look_at()
    {
        using var node = NodeProcess.Start(
            ShardedNodes.Model,
            ShardedNodes.Setup() with
            {
                JoinSeconds = 1,
            },
            ShardedNodes.Patience
        );

        var failure = Assert.Throws<LaneFailureException>(() =>
            node.Join(["akka.tcp://bench@127.0.0.1:1", node.Address])
        );

        Assert.Matches(
            "^node 1: gave up at 'join': .* is no member of the cluster after 1 s; look whether .* can be reached",
            failure.Message
        );
        Assert.DoesNotContain('\n', failure.Message);
    }

    [Fact]
    public async Task A_node_ends_when_whoever_started_it_has_gone()
    {
        using var node = Process.Start(
            new ProcessStartInfo(
                DotnetProgram.Host,
                [ShardedNodes.Model.Location, ClusterProgram.NodeArgument]
            )
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            }
        )!;
        using var patience = new CancellationTokenSource(ShardedNodes.Patience);
        Assert.Contains(
            "hello",
            await node.StandardOutput.ReadLineAsync(patience.Token),
            StringComparison.Ordinal
        );

        node.StandardInput.Close();

        await node.WaitForExitAsync(patience.Token);
        Assert.Equal(3, node.ExitCode);
    }
}
