using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Bench.Tests.Results;
using Xunit;

namespace Bench.Tests.Cli.Serving;

/// <summary><c>serve</c> as users start and end it.</summary>
public sealed class ServeVerbTests : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);
    private readonly TemporaryFolder _reports = new();
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public ServeVerbTests() => _listener.Start();

    private string Port => ((IPEndPoint)_listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);

    public void Dispose()
    {
        _listener.Dispose();
        _reports.Dispose();
    }

    [Fact]
    public async Task A_port_in_use_is_one_line_and_exit_code_2()
    {
        var result = await BenchProgram.RunAsync("serve", "--reports", _reports.Path, "--port", Port);

        Assert.Equal(2, result.ExitCode);
        Assert.Equal("", result.StandardOutput);
        Assert.Matches(
            $"^error: --port {Port}: cannot listen there on 127.0.0.1 \\([^\n]*in use[^\n]*\\); give another with --port\n$",
            result.StandardError
        );
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task It_says_where_it_is_shows_the_runs_and_ends_when_it_is_told_to(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no kill");
        new MadeUpRun().WriteTo(_reports.In("run"));
        var port = Port;
        _listener.Stop();
        using var serve = BenchProgram.Start("serve", "--reports", _reports.Path, "--port", port, "--quiet");

        var address = await serve.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient();
        var page = await client.GetStringAsync(new Uri(address!), TestContext.Current.CancellationToken);
        using var kill = Process.Start(
            "kill",
            [$"-{signal}", serve.Id.ToString(CultureInfo.InvariantCulture)]
        );
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(
            TestContext.Current.CancellationToken
        );
        patience.CancelAfter(s_patience);
        try
        {
            await serve.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            serve.Kill();
            Assert.Fail($"SIG{signal} did not end it");
        }

        Assert.Equal($"http://127.0.0.1:{port}/", address);
        Assert.Contains("1 run in", page, StringComparison.Ordinal);
        Assert.Equal(0, serve.ExitCode);
        Assert.Equal("", await serve.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
    }
}
