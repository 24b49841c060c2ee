using System.Reflection;
using Bench.Measurement.Faults;
using Bench.Measurement.Hosting;

namespace Bench.ClusterLanes;

/// <summary>
/// A cluster of a model that takes numbered writes while it is hit. Each key is an entity that enters a number once, however often it
/// is told to.
/// </summary>
public abstract class Writes : IFaultyCluster
{
    /// <summary>Id that the nodes know this by, where a workload's would be.</summary>
    public const string Id = "writes";

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(25);
    private NodeGroup? _nodes;
    private WriteLoad? _load;

    /// <inheritdoc />
    public virtual string? WhyNot => null;

    /// <inheritdoc />
    public virtual int Nodes => 3;

    private NodeGroup Group => _nodes ?? throw new InvalidOperationException("no node has been started");

    private Assembly Model => GetType().Assembly;

    /// <summary>The one class of a model's assembly that is derived from this.</summary>
    public static Writes Of(Assembly model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return (Writes)
            Activator.CreateInstance(model.GetTypes().Single(type => type.IsSubclassOf(typeof(Writes))))!;
    }

    /// <inheritdoc />
    public virtual void Start(WriteLoad load, int keys)
    {
        _load = load;
        _nodes = NodeGroup.Start(Model, Setup(1), s_patience);
        Connect(_nodes.Addresses);
        Activate(keys);
    }

    /// <inheritdoc />
    public abstract void Send(long number, int key);

    /// <inheritdoc />
    public int ProcessOf(int node) => Group.Nodes[node - 1].Id;

    /// <inheritdoc />
    public IReadOnlyList<int> PortsOf(int node) => Group.Nodes[node - 1].Ports;

    /// <inheritdoc />
    public void Restart(int node)
    {
        Group.Nodes[node - 1].Leave();
        Group.Replace(Model, Setup(node), s_patience);
    }

    /// <summary>What the nodes hold that are there; a model that keeps it elsewhere looks there.</summary>
    public virtual IReadOnlyList<long> State() =>
        [.. Group.Nodes.Where(node => !node.HasEnded).SelectMany(Held)];

    /// <inheritdoc />
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Makes this process a client of the cluster.</summary>
    /// <param name="nodes">Where the nodes are.</param>
    protected abstract void Connect(IReadOnlyList<string> nodes);

    /// <summary>Makes the entities of the keys 0 … <paramref name="keys"/> − 1 be there.</summary>
    protected abstract void Activate(int keys);

    /// <summary>A node has entered a write's number, or had it already.</summary>
    protected void Acknowledged(long number, int node) => _load!.Acknowledge(number, node);

    /// <summary>The cluster said of an attempt that it did nothing.</summary>
    protected void Refused(long number) => _load!.Refuse(number);

    /// <summary>Ends the client, then the nodes.</summary>
    protected virtual void Dispose(bool disposing) => _nodes?.Dispose();

    private NodeSetup Setup(int index) => new(Id, index, Nodes, "127.0.0.1", []);

    // A node that ends meanwhile holds nothing any more.
    private static IReadOnlyList<long> Held(NodeProcess node)
    {
        try
        {
            return node.Books().Numbers("writes");
        }
        catch (LaneFailureException)
        {
            return [];
        }
    }
}
