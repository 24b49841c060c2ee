using System.Net;
using Bench.Measurement.Recording;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;

namespace Bench.VirtualActors;

/// <summary>The silo that all lanes of this model use, configured in one place.</summary>
internal static class Silo
{
    // A call may wait behind all that an iteration does.
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(10);

    /// <summary>Starts a silo whose grains get the lane from its services; a lane does so in Prepare, outside the measured window.</summary>
    public static IHost Start<TLane>(TLane lane)
        where TLane : class
    {
        var builder = new HostApplicationBuilder(
            new HostApplicationBuilderSettings { DisableDefaults = true }
        );
        builder.Services.AddSingleton(lane);
        builder.UseOrleans(silo =>
            silo.UseLocalhostClustering()
                .Configure<SiloMessagingOptions>(options => options.ResponseTimeout = s_patience)
                .Configure<EndpointOptions>(options =>
                {
                    // Nobody calls from outside: any free port will do, and several processes get along.
                    options.SiloListeningEndpoint = new(IPAddress.Loopback, 0);
                    options.GatewayPort = 0;
                })
        );
        var host = builder.Build();
        host.Start();
        return host;
    }

    /// <summary>References to grains 0 to <paramref name="count"/> − 1; made once, for every call looks one up otherwise.</summary>
    public static TGrain[] Grains<TGrain>(this IHost silo, int count)
        where TGrain : IUnit
    {
        var factory = silo.Services.GetRequiredService<IGrainFactory>();
        return [.. Enumerable.Range(0, count).Select(key => factory.GetGrain<TGrain>(key))];
    }

    /// <summary>The same, activated.</summary>
    public static TGrain[] Activate<TGrain>(this IHost silo, int count)
        where TGrain : IUnit
    {
        var grains = silo.Grains<TGrain>(count);
        Task.WaitAll(grains.Select(grain => grain.Awake()));
        return grains;
    }

    /// <summary>Deactivates grains and waits until no unit is alive.</summary>
    public static void Retire(this UnitCounter units, params IEnumerable<IUnit> grains)
    {
        Task.WaitAll(grains.Select(grain => grain.Retire()));
        SpinWait.SpinUntil(() => units.Alive == 0);
    }

    /// <summary>Ends the silo; its grains have been deactivated before.</summary>
    public static void ShutDown(this IHost silo)
    {
        silo.StopAsync().Wait();
        silo.Dispose();
    }
}
