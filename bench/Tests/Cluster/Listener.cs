using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Bench.Measurement.Runs;

namespace Bench.Tests.Cluster;

/// <summary>A process that gives nodes to whoever connects, at an address of the loopback range.</summary>
internal sealed class Listener : IDisposable
{
    private readonly Process _process;

    public Listener(string address)
    {
        Address = address;
        _process = Process.Start(
            new ProcessStartInfo(
                DotnetProgram.Host,
                [ShardedNodes.Model.Location, "node", "--listen", address]
            )
            {
                RedirectStandardError = true,
            }
        )!;
        Said = _process
            .StandardError.ReadLineAsync()
            .WaitAsync(ShardedNodes.Patience)
            .GetAwaiter()
            .GetResult();
    }

    public string Address { get; }

    /// <summary>The first line that it said.</summary>
    public string? Said { get; }

    /// <summary>Waits for its end.</summary>
    public int ExitCode => _process.WaitForExit(ShardedNodes.Patience) ? _process.ExitCode : -1;

    /// <summary>An address whose port nobody has just now.</summary>
    public static string FreeAddress(string host)
    {
        using var probe = new TcpListener(IPAddress.Parse(host), 0);
        probe.Start();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{host}:{((IPEndPoint)probe.LocalEndpoint).Port}"
        );
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit(ShardedNodes.Patience);
        }

        _process.Dispose();
    }
}
