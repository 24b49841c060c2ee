using System.Globalization;
using System.Net;
using Bench.ClusterLanes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Bench.DurableGrains;

/// <summary>One silo in a process of its own.</summary>
internal sealed class DurableNode : ClusterNode
{
    private readonly StoredWork _work;
    private readonly Expulsion _expulsion = new();
    private readonly IPAddress _host;
    private readonly ReservedPort _port;
    private readonly ReservedPort _gateway;
    private IHost? _silo;

    public DurableNode(NodeSetup setup)
    {
        (_work, _host) = (StoredWork.Of(setup), IPAddress.Parse(setup.Host));
        (_port, _gateway) = (new(_host), new(_host));
    }

    public override NodeWork Work => _work;

    public override Task<string> Expelled => _expulsion.Reason;

    public override Task<string> StartAsync() =>
        Task.FromResult(
            string.Create(CultureInfo.InvariantCulture, $"{_host}:{_port.Number} {_host}:{_gateway.Number}")
        );

    // Silos find each other in the database.
    public override async Task JoinAsync(IReadOnlyList<string> seeds, TimeSpan patience)
    {
        _port.Dispose();
        _gateway.Dispose();
        _silo = Cluster.Silo(
            RunDatabase.ForNode(_work.Setup.Nodes),
            _host,
            _port.Number,
            _gateway.Number,
            services =>
                services.AddSingleton(_work.GetType(), _work).AddSingleton<IFatalErrorHandler>(_expulsion)
        );
        try
        {
            await _silo.StartAsync().WaitAsync(patience);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException(
                $"the silo at {_host}:{_port.Number} is no member of the cluster after {patience.TotalSeconds:0} s; look whether PostgreSQL answers and whether {string.Join(", ", seeds)} can be reached from its machine"
            );
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            throw new InvalidOperationException(PostgresServer.Reason(error));
        }

        _work.Grains = _silo.Services.GetRequiredService<IGrainFactory>();
    }

    public override Task LeaveAsync() => StopAsync();

    public override async Task StopAsync()
    {
        await _silo!.StopAsync();
        _silo.Dispose();
    }
}
