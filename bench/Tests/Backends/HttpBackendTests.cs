using System.Diagnostics;
using Bench.Backend.Http;
using Bench.Measurement.Backend;
using Bench.Measurement.Hosting;
using Bench.Workloads;
using Xunit;

namespace Bench.Tests.Backends;

/// <summary>The server in a process of its own.</summary>
public sealed class HttpBackendTests
{
    [Fact]
    public async Task Both_faces_are_answered_and_no_process_is_left()
    {
        var backend = Open();
        var server = backend.Processes[0];

        backend.Call(default);
        await backend.CallAsync(default);
        backend.EndLoad();
        backend.Close();

        Assert.Equal(1, backend.MostAtOnce);
        Assert.Throws<ArgumentException>(() => Process.GetProcessById(server));
    }

    [Fact]
    public async Task The_server_takes_the_service_time_that_is_asked_for()
    {
        var backend = Open(TimeSpan.FromMilliseconds(120));
        var watch = Stopwatch.StartNew();

        await Task.WhenAll(backend.CallAsync(default).AsTask(), backend.CallAsync(default).AsTask());

        Assert.InRange(watch.Elapsed.TotalMilliseconds, 119, double.MaxValue);
        Assert.Equal(2, backend.MostAtOnce);
        backend.Close();
    }

    [Fact]
    public async Task A_server_that_dies_ends_the_sample_with_one_line_and_no_caller_waits()
    {
        var backend = Open();
        using (var server = Process.GetProcessById(backend.Processes[0]))
        {
            server.Kill();
            await server.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        backend.Call(default);
        await backend.CallAsync(default);

        var error = Assert.Throws<LaneFailureException>(backend.EndLoad);
        Assert.Matches(@"^http: the server on 127\.0\.0\.1:\d+ ended with exit code 137", error.Message);
        Assert.Contains("resume the run", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
        backend.Close();
    }

    private static HttpBackend<InventoryRequest> Open(TimeSpan serviceTime = default) =>
        new(new BackendSetup<InventoryRequest>(2, new InventoryParameters(), _ => serviceTime));
}
