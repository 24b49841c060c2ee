using Bench.Measurement.Clocks;
using Bench.Measurement.Load;

namespace Bench.Tests.Measurement.Load;

/// <summary>A lane in virtual time: some servers in parallel, each call served for the same time, first come first served.</summary>
internal sealed class SimulatedService(
    VirtualClock clock,
    long serviceNanoseconds,
    int servers = int.MaxValue
)
{
    private readonly PriorityQueue<long, long> _freeAt = new();

    /// <summary>A time in which nothing is served; calls that meet it wait for its end.</summary>
    public (long From, long Until) Stall { get; init; }

    public bool Admit(Call<long, bool> call)
    {
        var start = _freeAt.Count < servers ? clock.Now : Math.Max(clock.Now, _freeAt.Dequeue());
        if (start >= Stall.From && start < Stall.Until)
        {
            start = Stall.Until;
        }

        var end = start + serviceNanoseconds;
        if (servers < int.MaxValue)
        {
            _freeAt.Enqueue(end, end);
        }

        clock.Schedule(end, () => call.Complete(true));
        return true;
    }
}
