using Bench.Measurement.Backend;
using Xunit;

namespace Bench.Tests.Measurement.Backend;

public sealed class BlockedDeviceTests
{
    [Fact]
    public void Nobody_is_answered_until_it_is_opened()
    {
        var device = new BlockedDevice();

        Assert.False(device.Call(TimeSpan.FromMilliseconds(5)));
        Assert.False(device.CallAsync(TestContext.Current.CancellationToken).IsCompleted);
        device.Open();
        Assert.True(device.Call(TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task Whoever_waits_is_answered_when_it_opens()
    {
        var device = new BlockedDevice();
        var blocking = Task.Factory.StartNew(
            device.Call,
            TestContext.Current.CancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );
        var waiting = device.CallAsync(TestContext.Current.CancellationToken);

        device.Open();

        await Task.WhenAll(blocking, waiting)
            .WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_call_can_be_given_up()
    {
        using var cancellation = new CancellationTokenSource();
        var call = new BlockedDevice().CallAsync(cancellation.Token);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }
}
