using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Bench.Measurement.Clocks;
using Bench.Measurement.Hosting;
using Bench.Measurement.Resources;
using Bench.Results;
using Bench.RuntimeLanes;

namespace Bench.ClusterLanes;

/// <summary>
/// What a lane has of its cluster: nodes that are started before the load and ended after it, whose memory and processor time are the
/// sample's, and whose books are heard at rest.
/// </summary>
/// <param name="lane">The lane.</param>
public sealed class ClusterWork(Workload lane)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(25);
    private static readonly TimeSpan s_lastAnswers = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(2);
    private NodeGroup? _nodes;

    /// <summary>What each node told at rest, by its number.</summary>
    public IReadOnlyList<Answer> Books { get; private set; } = [];

    /// <summary>Most requests in work at once, all nodes together at most.</summary>
    public long MostInWork => Books.Sum(book => book.Number("mostInWork"));

    /// <summary>Where the nodes are.</summary>
    public IReadOnlyList<string> Addresses => Nodes.Addresses;

    private static bool AreElsewhere => NodeSite.OfThisRun.Count > 0;

    private NodeGroup Nodes => _nodes ?? throw new InvalidOperationException("no node has been started");

    /// <summary>Starts the nodes; they are what the sample watches.</summary>
    /// <param name="parameters">The case.</param>
    /// <param name="nodes">How many.</param>
    /// <exception cref="LaneFailureException">One does not start or join.</exception>
    public void Start(object parameters, int nodes)
    {
        var setup = new NodeSetup(
            lane.Facts.Id,
            Index: 1,
            nodes,
            "127.0.0.1",
            JsonSerializer.SerializeToNode(parameters, JsonSerializerOptions.Web)!.AsObject()
        );
        _nodes = NodeGroup.Start(ModelOf(lane.GetType()), setup, s_patience);
        lane.Window.Watched = [.. _nodes.Nodes.Select(node => node.Id)];
    }

    /// <summary>Why a lane on simulated devices cannot have a backend, if it cannot.</summary>
    /// <param name="backend">One of <see cref="BackendName" />.</param>
    public static string? WhyNot(string backend) =>
        backend == BackendName.Simulated ? null : "its nodes have the simulated device only";

    /// <summary>Lets the client join, makes the entities be there, and begins the load; if that fails no node is left.</summary>
    /// <param name="connect">Makes this process a client of the nodes at these addresses.</param>
    /// <param name="activate">Makes every entity be there.</param>
    public void Open(Action<IReadOnlyList<string>> connect, Action activate)
    {
        ArgumentNullException.ThrowIfNull(connect);
        ArgumentNullException.ThrowIfNull(activate);
        Guard(() =>
        {
            connect(Addresses);
            activate();
            Begin();
        });
    }

    /// <summary>Does what may fail while nodes are there; then none is left.</summary>
    public void Guard(Action body)
    {
        ArgumentNullException.ThrowIfNull(body);
        try
        {
            body();
        }
        catch
        {
            _nodes?.Dispose();
            throw;
        }
    }

    /// <summary>The load is about to begin.</summary>
    public void Begin() => Nodes.Begin();

    /// <summary>
    /// Waits for the last answers, 15 s at most, hears the books, and ends the nodes. What has no answer then is for the checks.
    /// </summary>
    /// <param name="pending">Calls without an answer.</param>
    /// <param name="disconnect">Ends this process's part in the cluster, once the nodes have ended.</param>
    /// <exception cref="LaneFailureException">A node has ended.</exception>
    public void Close(Func<int> pending, Action disconnect)
    {
        ArgumentNullException.ThrowIfNull(pending);
        ArgumentNullException.ThrowIfNull(disconnect);
        Guard(() =>
        {
            WaitWhile(() => pending() > 0);
            Hear();
            lane.Units.Tell(
                Books.Sum(book => book.Number("created")),
                Books.Sum(book => book.Number("peak")),
                Stop()
            );
            disconnect();
        });
    }

    /// <summary>Waits for the last answers, 15 s at most.</summary>
    /// <exception cref="LaneFailureException">A node has ended.</exception>
    public void WaitWhile(Func<bool> isPending)
    {
        ArgumentNullException.ThrowIfNull(isPending);
        var until = SystemClock.Timestamp + (long)s_lastAnswers.TotalNanoseconds;
        do
        {
            Nodes.MustLive();
            Thread.Sleep(s_look);
        } while (isPending() && SystemClock.Timestamp < until);
    }

    /// <summary>Hears the books of all nodes, which go on.</summary>
    public void Hear() => Books = Nodes.Books();

    /// <summary>Ends the nodes.</summary>
    /// <returns>Entities that did not end.</returns>
    public long Stop() => Nodes.Stop();

    /// <summary>Takes what the nodes told into the sample: together, and each for itself.</summary>
    public void Finish()
    {
        Nodes.Dispose();
        foreach (var (book, index) in Books.Select((book, index) => (book, index + 1)))
        {
            Report(index, "Requests", book.Number("requests"));
            Report(index, "ProcessorSeconds", book.Number("processorMicroseconds") / 1e6);
            Report(index, "PeakResidentBytes", book.Number("peakResidentBytes"));
        }

        lane.Window.Tell(
            new ManagedUse
            {
                HeapBytes = Books.Sum(book => book.Number("heapBytes")),
                PeakResidentBytes = AreElsewhere ? Books.Sum(book => book.Number("peakResidentBytes")) : null,
                ProcessorSeconds = AreElsewhere
                    ? Books.Sum(book => book.Number("processorMicroseconds")) / 1e6
                    : null,
                MeanInFlight = lane.Window.MeanInFlightHere,
                Collections = new GarbageCollections { PauseTotalMilliseconds = null },
            }
        );
    }

    private void Report(int node, string what, double figure) =>
        lane.Metrics[string.Create(CultureInfo.InvariantCulture, $"node{node}{what}")] = figure;

    // BenchmarkDotNet measures a class that it derived from the lane's, in an assembly of its own.
    private static Assembly ModelOf(Type lane)
    {
        while (lane.Assembly.GetCustomAttribute<ModelAttribute>() is null)
        {
            lane = lane.BaseType!;
        }

        return lane.Assembly;
    }
}
