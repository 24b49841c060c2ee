using Bench.Measurement.Load;
using Xunit;

namespace Bench.Tests.Measurement.Load;

/// <summary>The generator against results that are known exactly: one deterministic server (M/D/1).</summary>
public sealed class QueueingTheoryTests
{
    [Theory]
    [InlineData(0.5, 4.336)]
    [InlineData(0.7, 7.486)]
    [InlineData(0.8, 11.356)]
    public void Poisson_arrivals_at_one_server_have_the_p99_of_an_M_D_1_queue(
        double utilisation,
        double expected
    )
    {
        var load = new VirtualLoad { WarmUp = VirtualLoad.Second, End = TimeSpan.FromSeconds(2_000) };
        var service = new SimulatedService(load.Clock, VirtualLoad.Millisecond, servers: 1);

        load.Run(
            new OpenLoop(0, Profile.Constant(1_000 * utilisation), ArrivalProcess.Poisson, seed: 2026),
            service.Admit
        );

        Assert.Equal(expected, load.P99Milliseconds, expected * 0.02);
    }
}
