using Bench.Measurement.Backend;
using Xunit;

namespace Bench.Tests.Backends;

/// <summary>The simulated device behind the face that every backend has.</summary>
public sealed class SimulatedServiceTests
{
    private const int Calls = 200;

    [Fact]
    public void A_call_allocates_nothing()
    {
        using var device = new SimulatedBackend();
        var service = new SimulatedService<int>(device, _ => TimeSpan.FromMicroseconds(1));
        Ask();

        var before = GC.GetAllocatedBytesForCurrentThread();
        Ask();

        // Less than a byte a call: the queue of arrivals may take a new piece once.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Calls - 1);
        Assert.Equal(2 * Calls, device.Calls);

        void Ask()
        {
            for (var call = 0; call < Calls; call++)
            {
                service.Call(call);
            }
        }
    }

    [Fact]
    public async Task The_service_time_is_that_of_the_request()
    {
        using var device = new SimulatedBackend();
        var service = new SimulatedService<int>(device, request => TimeSpan.FromMilliseconds(request));
        var watch = System.Diagnostics.Stopwatch.StartNew();

        await service.CallAsync(60);

        Assert.InRange(watch.Elapsed.TotalMilliseconds, 59, double.MaxValue);
        Assert.Equal(1, service.MostAtOnce);
    }
}
