using System.Globalization;
using System.Reflection;
using Akka.Actor;
using Akka.Cluster;
using Akka.Cluster.Hosting;
using Bench.ClusterLanes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Bench.ShardedActors;

/// <summary>A node that keeps a share of the workload's entities in its memory.</summary>
internal sealed class ShardNode : ClusterNode
{
    private readonly Type _entity;
    private readonly TaskCompletionSource<string> _expelled = new();
    private IHost _host = null!;
    private bool _isLeaving;

    public ShardNode(NodeSetup setup)
    {
        (_entity, var mark) = typeof(ShardNode)
            .Assembly.GetTypes()
            .Select(type => (type, type.GetCustomAttributes().OfType<IEntity>().SingleOrDefault()))
            .Single(item => item.Item2?.Workload == setup.Workload);
        Work = (NodeWork)Activator.CreateInstance(mark!.Work, setup)!;
    }

    public override NodeWork Work { get; }

    public override Task<string> Expelled => _expelled.Task;

    private ActorSystem System => _host.Services.GetRequiredService<ActorSystem>();

    public override async Task<string> StartAsync()
    {
        _host = await ShardSystem.StartAsync(
            Work.Setup.Host,
            ShardSystem.NodeRole,
            builder =>
                builder.WithShardRegion<ShardNode>(
                    Work.Setup.Workload,
                    id => Props.Create(_entity, int.Parse(id, CultureInfo.InvariantCulture), Work),
                    new ByEntity(),
                    // What an entity knows is in its memory alone: one that is idle must stay.
                    new ShardOptions { Role = ShardSystem.NodeRole, ShouldPassivateIdleEntities = false }
                )
        );
        _ = System.WhenTerminated.ContinueWith(_ => Say(), TaskScheduler.Default);
        return Cluster.Get(System).SelfAddress.ToString();
    }

    public override Task JoinAsync(IReadOnlyList<string> seeds, TimeSpan patience)
    {
        // Only the first begins a cluster: one that had itself first in its list would begin another.
        var own = Cluster.Get(System).SelfAddress.ToString();
        return Cluster
            .Get(System)
            .JoinAsync(seeds[0] == own ? [own] : [.. seeds.Where(seed => seed != own)], patience);
    }

    public override async Task LeaveAsync()
    {
        _isLeaving = true;
        await CoordinatedShutdown.Get(System).Run(CoordinatedShutdown.ClusterLeavingReason.Instance);
    }

    public override async Task StopAsync()
    {
        _isLeaving = true;
        await System.Terminate();
    }

    private void Say()
    {
        if (!_isLeaving)
        {
            _expelled.TrySetResult("the others have taken it for dead and gone on without it");
        }
    }
}
