using System.Globalization;
using Bench.Measurement.Backend;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Bench.HttpServer;

/// <summary>
/// The simulated device behind HTTP: each call names its service time, waits for it and is answered with its own number. On
/// loopback, on a port that the system gives it.
/// </summary>
public sealed class Service : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);
    private readonly WebApplication _site;
    private readonly SimulatedBackend _device;

    private Service(WebApplication site, SimulatedBackend device) => (_site, _device) = (site, device);

    /// <summary>Where it is.</summary>
    public string Address => _site.Urls.First();

    /// <summary>Starts it.</summary>
    public static async Task<Service> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        var site = builder.Build();
        var device = new SimulatedBackend();
        site.MapGet(
            "/calls/{number:long}",
            async (long number, long microseconds) =>
            {
                await device.CallAsync(TimeSpan.FromMicroseconds(microseconds));
                return number.ToString(CultureInfo.InvariantCulture);
            }
        );
        await site.StartAsync();
        return new(site, device);
    }

    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(s_patience);
        await _site.StopAsync(patience.Token);
        await _site.DisposeAsync();
        _device.Dispose();
    }
}
