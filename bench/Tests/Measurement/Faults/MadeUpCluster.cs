using Bench.Measurement.Faults;

namespace Bench.Tests.Measurement.Faults;

/// <summary>A cluster in this process: what the hit node has is lost, or kept elsewhere.</summary>
/// <param name="isDurable">What is acknowledged is kept.</param>
internal sealed class MadeUpCluster(bool isDurable) : IFaultyCluster
{
    private readonly List<(long Number, int Node)> _held = [];
    private readonly Lock _lock = new();
    private WriteLoad _load = null!;
    private int _hit;
    private int _looks;

    public int Nodes => 2;

    /// <summary>How often its state is looked at before the hit node has noticed that others took it for dead.</summary>
    public int LooksUntilNoticed { get; init; }

    public void Start(WriteLoad load, int keys) => _load = load;

    public void Send(long number, int key)
    {
        lock (_lock)
        {
            var node = _hit == 0 ? 1 + (key % 2) : 1;
            if (_held.TrueForAll(item => item.Number != number))
            {
                _held.Add((number, node));
            }

            _load.Acknowledge(number, node);
        }
    }

    public void Hit(int node)
    {
        lock (_lock)
        {
            _hit = node;
            if (!isDurable)
            {
                _held.RemoveAll(item => item.Node == node);
            }
        }
    }

    public int ProcessOf(int node) => 0;

    public IReadOnlyList<int> PortsOf(int node) => [];

    public void Restart(int node) => Hit(node);

    public IReadOnlyList<long> State()
    {
        long[] held = [.. _held.Select(item => item.Number)];
        return _looks++ < LooksUntilNoticed ? [.. held, held[0]] : held;
    }

    public void Dispose() { }
}
