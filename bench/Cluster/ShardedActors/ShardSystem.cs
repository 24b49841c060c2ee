using Akka.Cluster.Hosting;
using Akka.Cluster.Hosting.SBR;
using Akka.Hosting;
using Akka.Remote.Hosting;
using Microsoft.Extensions.Hosting;

namespace Bench.ShardedActors;

/// <summary>The actor system of a node or a client, configured in one place.</summary>
internal static class ShardSystem
{
    /// <summary>Name of the actor system, the same in all processes of a cluster.</summary>
    public const string Name = "bench";

    /// <summary>Role of the processes that keep entities.</summary>
    public const string NodeRole = "node";

    /// <summary>Role of those that only ask.</summary>
    public const string ClientRole = "client";

    // Gossip five times a second instead of once: a cluster on loopback is there within three seconds instead of ten. Requests
    // are not gossiped.
    private const string Configuration = """
        akka.loglevel = OFF
        akka.stdout-loglevel = OFF
        akka.log-dead-letters = off
        akka.coordinated-shutdown.run-by-clr-shutdown-hook = off
        akka.coordinated-shutdown.exit-clr = off
        akka.cluster.gossip-interval = 200ms
        akka.cluster.leader-actions-interval = 200ms
        akka.cluster.split-brain-resolver.stable-after = 5s
        akka.cluster.sharding.retry-interval = 200ms
        akka.cluster.sharding.rebalance-interval = 5s
        akka.cluster.sharding.distributed-data.gossip-interval = 500ms
        akka.cluster.sharding.distributed-data.notify-subscribers-interval = 100ms
        """;

    /// <summary>Starts a system at any free port, which has joined nothing yet.</summary>
    /// <param name="host">Address to bind to.</param>
    /// <param name="role">Its role.</param>
    /// <param name="more">What the role adds.</param>
    public static async Task<IHost> StartAsync(
        string host,
        string role,
        Action<AkkaConfigurationBuilder> more
    )
    {
        var built = new HostBuilder()
            .ConfigureServices(services =>
                services.AddAkka(
                    Name,
                    (builder, _) =>
                    {
                        builder
                            .ConfigureLoggers(loggers => loggers.ClearLoggers())
                            .AddHocon(Configuration, HoconAddMode.Prepend)
                            .WithRemoting(host, 0)
                            .WithClustering(
                                new ClusterOptions
                                {
                                    Roles = [role],
                                    SplitBrainResolver = new KeepMajorityOption(),
                                }
                            )
                            .WithCustomSerializer(
                                "bench",
                                [typeof(Request), typeof(Answer)],
                                system => new MessageSerializer(system)
                            );
                        more(builder);
                    }
                )
            )
            .Build();
        await built.StartAsync();
        return built;
    }
}
