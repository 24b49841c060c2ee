using Bench.Measurement.Backend;

namespace Bench.ClusterLanes;

/// <summary>
/// The simulated device as one node calls it: its share of the calls that may be in work at once, the same number in all nodes, so
/// that together they never exceed the limit.
/// </summary>
/// <param name="limit">Calls in work at once in the whole cluster.</param>
/// <param name="nodes">Nodes of the cluster.</param>
/// <param name="service">Service time of a call.</param>
/// <param name="deadline">A call that waited for longer has nobody who waits for its answer; infinite for none.</param>
public sealed class LimitedBackend(int limit, int nodes, TimeSpan service, TimeSpan deadline) : IDisposable
{
    private readonly SemaphoreSlim _permits = new(Math.Max(1, limit / nodes));
    private readonly SimulatedBackend _device = new();

    /// <summary>Most calls in work at once.</summary>
    public int MostInWork => _device.MostAtOnce;

    /// <summary>Waits for its turn, then for the device.</summary>
    /// <returns>False when the caller has gone meanwhile and nothing was done.</returns>
    public async Task<bool> CallAsync()
    {
        if (!await _permits.WaitAsync(deadline))
        {
            return false;
        }

        await _device.CallAsync(service);
        _permits.Release();
        return true;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _device.Dispose();
        _permits.Dispose();
    }
}
