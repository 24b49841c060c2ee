namespace Bench.Measurement.Faults;

/// <summary>A cluster of processes of this machine that takes numbered writes, and can be hit.</summary>
public interface IFaultyCluster : IDisposable
{
    /// <summary>Why it cannot be started on this machine, such as a server that it needs; null when it can.</summary>
    string? WhyNot => null;

    /// <summary>Nodes that it was started with, numbered from 1; the first began the cluster.</summary>
    int Nodes { get; }

    /// <summary>Starts the nodes and makes this process their client; every key's entity is there when this returns.</summary>
    /// <param name="load">Is told what becomes of each write that it sends.</param>
    /// <param name="keys">Keys, from 0.</param>
    /// <exception cref="Hosting.LaneFailureException">It cannot be started.</exception>
    void Start(WriteLoad load, int keys);

    /// <summary>Sends a write; must not block.</summary>
    void Send(long number, int key);

    /// <summary>Id of a node's present process.</summary>
    int ProcessOf(int node);

    /// <summary>Ports that a node is reached at.</summary>
    IReadOnlyList<int> PortsOf(int node);

    /// <summary>Lets a node leave in order, and starts another in its place, which has joined when this returns.</summary>
    void Restart(int node);

    /// <summary>Numbers of the writes that are held at the end, as often as each is.</summary>
    IReadOnlyList<long> State();
}
