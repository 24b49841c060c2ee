using Bench.Measurement.Hosting;
using Bench.Results;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Serialization;

namespace Bench.DurableGrains;

/// <summary>What a lane has beside its nodes: the run's database, and the client that calls grains.</summary>
internal sealed class DurableClient : IDisposable
{
    // Nodes are new processes: what calls and writes need is compiled, connected and prepared before the load.
    private const int Rehearsals = 4;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);
    private readonly RunDatabase _database;
    private IHost? _host;
    private Exception? _failure;

    /// <summary>Why no lane can run here; null when one can.</summary>
    public static string? WhyNot =>
        NodeSite.OfThisRun.Count > 0
            ? "durable grains have their nodes on this machine only: they inherit the run's database from the process that starts them"
            : PostgresServer.Missing;

    /// <summary>Makes the database, whose name the nodes that are started from now on inherit.</summary>
    /// <exception cref="LaneFailureException">The server cannot be used.</exception>
    public DurableClient()
    {
        if (WhyNot is { } reason)
        {
            throw new LaneFailureException(SampleStatus.Crashed, reason);
        }

        try
        {
            _database = RunDatabase.Create(PostgresServer.OfEnvironment());
        }
        catch (Exception error) when (PostgresServer.IsOfServer(error))
        {
            throw new LaneFailureException(SampleStatus.Crashed, PostgresServer.Reason(error));
        }
    }

    /// <summary>Ids of the database's processes, as they are at the moment: they serve the lane.</summary>
    public IReadOnlyList<int> Servers => _database.Processes;

    /// <summary>Becomes a client of the cluster.</summary>
    /// <exception cref="LaneFailureException">No node can be reached.</exception>
    public void Join()
    {
        _host = Cluster.Client(_database.ForClient);
        try
        {
            _host.StartAsync().WaitAsync(s_patience).GetAwaiter().GetResult();
        }
        catch (Exception error)
        {
            throw new LaneFailureException(SampleStatus.Crashed, $"client: {PostgresServer.Reason(error)}");
        }
    }

    /// <summary>
    /// References to grains 0 to <paramref name="count"/> − 1, which are activated; made once, for every call looks one up otherwise.
    /// </summary>
    /// <exception cref="LaneFailureException">One cannot be activated.</exception>
    public TGrain[] Activate<TGrain>(int count)
        where TGrain : IUnit
    {
        var factory = _host!.Services.GetRequiredService<IGrainFactory>();
        TGrain[] grains = [.. Enumerable.Range(0, count).Select(key => factory.GetGrain<TGrain>(key))];
        try
        {
            for (var time = 0; time < Rehearsals; time++)
            {
                Task.WhenAll(grains.Select(grain => grain.Awake())).GetAwaiter().GetResult();
            }
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            throw new LaneFailureException(
                SampleStatus.Crashed,
                $"a grain cannot be activated: {PostgresServer.Reason(error)}"
            );
        }

        return grains;
    }

    /// <summary>The state of all grains, as the table has it.</summary>
    public IReadOnlyList<TState> Stored<TState>()
    {
        var serializer = _host!.Services.GetRequiredService<Serializer>();
        return [.. _database.Payloads().Select(payload => serializer.Deserialize<TState>(payload)!)];
    }

    /// <summary>A request has failed; the first one's reason is kept.</summary>
    public void Failed(Exception error) => Interlocked.CompareExchange(ref _failure, error, null);

    /// <summary>Ends the client.</summary>
    /// <exception cref="LaneFailureException">A request has failed, which none does while database and nodes are there.</exception>
    public void Leave()
    {
        _host?.StopAsync().Wait(s_patience);
        _host?.Dispose();
        if (_failure is not null)
        {
            throw new LaneFailureException(
                SampleStatus.Crashed,
                $"a request failed: {PostgresServer.Reason(_failure)}"
            );
        }
    }

    public void Dispose() => _database.Dispose();
}
