using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Bench.Measurement.Hosting;
using Bench.Measurement.Runs;

namespace Bench.ClusterLanes;

/// <summary>
/// Waits for whoever wants a node on this machine: each that connects gets a process of its own that is one, and ends with the
/// connection.
/// </summary>
/// <param name="program">Path of the model's program.</param>
internal sealed class NodeListener(string program)
{
    /// <summary>The option before the address.</summary>
    public const string Option = "--listen";

    private const int WrongUse = 2;

    /// <summary>Waits until the process is ended.</summary>
    /// <returns>The process's exit code, when it cannot wait.</returns>
    public async Task<int> RunAsync(string text)
    {
        try
        {
            var site =
                NodeSite.TryParse(text)
                ?? throw new FormatException("give host:port, for example 10.0.0.5:9000");
            var addresses = await Dns.GetHostAddressesAsync(site.Host, AddressFamily.InterNetwork);
            using var listener = new TcpListener(addresses[0], site.Port);
            listener.Start();
            await Console.Error.WriteLineAsync($"a node can be had at {site}; Ctrl-C ends it");
            while (true)
            {
                _ = ServeAsync(await listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception error) when (error is SocketException or FormatException)
        {
            await Console.Error.WriteLineAsync(
                $"error: {Option} {text}: {error.Message}; name an address of this machine and a port that is free"
            );
            return WrongUse;
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var connection = client;
        using var node = new Process
        {
            StartInfo = new(DotnetProgram.Host, [program, ClusterProgram.NodeArgument])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            },
        };
        node.Start();
        var stream = connection.GetStream();
        try
        {
            await Task.WhenAny(
                stream.CopyToAsync(node.StandardInput.BaseStream),
                node.StandardOutput.BaseStream.CopyToAsync(stream)
            );
        }
        finally
        {
            node.StandardInput.Close();
            await node.WaitForExitAsync();
        }
    }
}
