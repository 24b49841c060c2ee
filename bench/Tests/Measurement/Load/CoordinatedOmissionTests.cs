using Bench.Measurement.Load;
using Xunit;

namespace Bench.Tests.Measurement.Load;

public sealed class CoordinatedOmissionTests
{
    [Fact]
    public void A_stall_is_charged_to_everything_that_it_delayed()
    {
        // 3,000 of 60,000 operations meet the stall; the worst 600 of them waited 2.4 s and more.
        var load = new VirtualLoad { End = TimeSpan.FromSeconds(60) };
        var service = new SimulatedService(load.Clock, serviceNanoseconds: 10_000)
        {
            Stall = (20_000_000_000, 23_000_000_000),
        };

        var tally = load.Run(
            new OpenLoop(0, Profile.Constant(1_000), ArrivalProcess.Constant, seed: 1),
            service.Admit
        );

        Assert.Equal(2_400, load.P99Milliseconds, 2_400 * 0.02);
        Assert.Equal(59_999, tally.Operations.Completed);
        Assert.Equal(0, tally.Lateness.P99, 1.0);
    }
}
