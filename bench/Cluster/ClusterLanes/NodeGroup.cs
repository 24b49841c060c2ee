using System.Reflection;
using Bench.RuntimeLanes;

namespace Bench.ClusterLanes;

/// <summary>The nodes of one cluster: processes that this one started and ends.</summary>
public sealed class NodeGroup : IDisposable
{
    private readonly List<NodeProcess> _nodes;

    private NodeGroup(IEnumerable<NodeProcess> nodes) => _nodes = [.. nodes];

    /// <summary>The nodes, by their number.</summary>
    public IReadOnlyList<NodeProcess> Nodes => _nodes;

    /// <summary>Where the nodes are.</summary>
    public IReadOnlyList<string> Addresses => [.. _nodes.Select(node => node.Address)];

    /// <summary>Starts nodes that have joined each other.</summary>
    /// <param name="model">The model's assembly.</param>
    /// <param name="first">What the first node is told; the others differ in their number.</param>
    /// <param name="patience">Longest time for an answer.</param>
    /// <exception cref="Measurement.Hosting.LaneFailureException">One does not start or join; none is left then.</exception>
    public static NodeGroup Start(Assembly model, NodeSetup first, TimeSpan patience)
    {
        ArgumentNullException.ThrowIfNull(first);
        var starts = Enumerable
            .Range(1, first.Nodes)
            .Select(index => Task.Run(() => NodeProcess.Start(model, first with { Index = index }, patience)))
            .ToList();
        Task.WhenAll(starts).ContinueWith(_ => { }, TaskScheduler.Default).Wait();
        var group = new NodeGroup(
            starts.Where(start => start.IsCompletedSuccessfully).Select(start => start.Result)
        );
        try
        {
            starts.ForEach(start => start.GetAwaiter().GetResult());
            group._nodes[0].Join(group.Addresses);
            AskEach(node => node.Join(group.Addresses), group._nodes.Skip(1));
            return group;
        }
        catch
        {
            group.Dispose();
            throw;
        }
    }

    /// <summary>Starts a node in the place of one that has ended, and lets it join those that are there.</summary>
    /// <param name="model">The model's assembly.</param>
    /// <param name="setup">What it is told; its number says whose place it takes.</param>
    /// <param name="patience">Longest time for an answer.</param>
    public void Replace(Assembly model, NodeSetup setup, TimeSpan patience)
    {
        ArgumentNullException.ThrowIfNull(setup);
        var at = setup.Index - 1;
        var others = _nodes.Where(node => node.Index != setup.Index && !node.HasEnded).ToList();
        _nodes[at].Dispose();
        _nodes[at] = NodeProcess.Start(model, setup, patience);
        _nodes[at].Join([.. others.Select(node => node.Address), _nodes[at].Address]);
    }

    /// <summary>Asks all nodes at the same time.</summary>
    public void Begin() => AskEach(node => node.Begin(), _nodes);

    /// <summary>What each node did and keeps, by its number.</summary>
    public IReadOnlyList<Answer> Books() => [.. _nodes.Select(node => node.Books())];

    /// <summary>Ends all nodes together.</summary>
    /// <returns>Entities that did not end.</returns>
    public long Stop()
    {
        var alive = 0L;
        AskEach(node => Interlocked.Add(ref alive, node.Stop()), _nodes);
        return alive;
    }

    /// <exception cref="Measurement.Hosting.LaneFailureException">A node has ended.</exception>
    public void MustLive() => _nodes.ForEach(node => node.MustLive());

    /// <summary>Ends the processes that have not ended.</summary>
    public void Dispose() => _nodes.ForEach(node => node.Dispose());

    private static void AskEach(Action<NodeProcess> ask, IEnumerable<NodeProcess> nodes) =>
        Task.WhenAll(nodes.Select(node => Task.Run(() => ask(node)))).GetAwaiter().GetResult();
}
