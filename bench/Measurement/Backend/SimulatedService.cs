namespace Bench.Measurement.Backend;

/// <summary>The simulated device, which answers a request after its service time.</summary>
/// <param name="device">The device.</param>
/// <param name="serviceTime">Service time of a request.</param>
internal sealed class SimulatedService<TRequest>(
    SimulatedBackend device,
    Func<TRequest, TimeSpan> serviceTime
) : ServiceBackend<TRequest>
{
    public override int MostAtOnce => device.MostAtOnce;

    public override void Call(TRequest request) => device.Call(serviceTime(request));

    public override ValueTask CallAsync(TRequest request) => device.CallAsync(serviceTime(request));

    public override void EndLoad() => device.Dispose();

    public override void Close() { }
}
