using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Orleans.Serialization;
using Orleans.Storage;

namespace Bench.DurableGrains;

/// <summary>Silos and clients, configured in one place.</summary>
internal static class Cluster
{
    private const string Invariant = "Npgsql";

    // The database is a run's own, so any id will do.
    private const string Id = "bench";

    // As a service would have it that must go on when a node is gone; Orleans' own times are five to sixty seconds.
    private static readonly TimeSpan s_probe = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_refresh = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_join = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_response = TimeSpan.FromSeconds(10);

    /// <summary>A silo, not started yet.</summary>
    /// <param name="connectionString">Of the run's database.</param>
    /// <param name="address">Where other silos and clients reach it.</param>
    /// <param name="port">For silos.</param>
    /// <param name="gateway">Port for clients.</param>
    /// <param name="services">Adds what its grains get.</param>
    public static IHost Silo(
        string connectionString,
        IPAddress address,
        int port,
        int gateway,
        Action<IServiceCollection> services
    )
    {
        var builder = New();
        services(builder.Services);
        builder.UseOrleans(silo =>
            silo.Configure<ClusterOptions>(Name)
                .Configure<EndpointOptions>(options =>
                    (options.AdvertisedIPAddress, options.SiloPort, options.GatewayPort) = (
                        address,
                        port,
                        gateway
                    )
                )
                .Configure<ClusterMembershipOptions>(options =>
                {
                    options.ProbeTimeout = s_probe;
                    options.TableRefreshTimeout = s_refresh;
                    options.IAmAliveTablePublishTimeout = s_refresh;
                    options.MaxJoinAttemptTime = s_join;
                })
                .Configure<SiloMessagingOptions>(options => options.ResponseTimeout = s_response)
                .UseAdoNetClustering(options =>
                    (options.Invariant, options.ConnectionString) = (Invariant, connectionString)
                )
                .AddAdoNetGrainStorageAsDefault(options =>
                    options.Configure<Serializer>(
                        (storage, serializer) =>
                        {
                            (storage.Invariant, storage.ConnectionString) = (Invariant, connectionString);
                            storage.GrainStorageSerializer = new OrleansGrainStorageSerializer(serializer);
                        }
                    )
                )
        );
        return builder.Build();
    }

    /// <summary>A client, not started yet.</summary>
    public static IHost Client(string connectionString)
    {
        var builder = New();
        builder.UseOrleansClient(client =>
            client
                .Configure<ClusterOptions>(Name)
                .Configure<GatewayOptions>(options => options.GatewayListRefreshPeriod = s_refresh)
                .Configure<ClientMessagingOptions>(options => options.ResponseTimeout = s_response)
                .UseAdoNetClustering(options =>
                    (options.Invariant, options.ConnectionString) = (Invariant, connectionString)
                )
        );
        return builder.Build();
    }

    private static HostApplicationBuilder New() =>
        new(new HostApplicationBuilderSettings { DisableDefaults = true });

    private static void Name(ClusterOptions options) => (options.ClusterId, options.ServiceId) = (Id, Id);
}
