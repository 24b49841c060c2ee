using System.Net.Sockets;
using Bench.Measurement.Hosting;

namespace Bench.ClusterLanes;

/// <summary>A process that stands for a node of another machine: what it is told goes there, and what the node says comes back.</summary>
internal static class NodeRelay
{
    /// <summary>The argument before the site.</summary>
    public const string Argument = "connect";

    private const int Unreachable = 2;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    /// <returns>The process's exit code.</returns>
    public static async Task<int> RunAsync(string text)
    {
        var site = NodeSite.TryParse(text)!;
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(site.Host, site.Port).WaitAsync(s_patience);
        }
        catch (Exception error) when (error is SocketException or TimeoutException)
        {
            await Console.Error.WriteLineAsync(
                $"nobody listens at {site}: {error.Message}; start there: ./run.sh node --listen {site} --model …"
            );
            return Unreachable;
        }

        var stream = client.GetStream();
        await using var input = Console.OpenStandardInput();
        await using var output = Console.OpenStandardOutput();
        await Task.WhenAny(input.CopyToAsync(stream), stream.CopyToAsync(output));
        return 0;
    }
}
