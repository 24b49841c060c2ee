using System.Globalization;
using System.Net.Sockets;

namespace Bench.Measurement.Hosting;

/// <summary>Where nodes of clusters are started in place of this machine: an address at which <c>node --listen</c> waits.</summary>
/// <param name="Host">Name or address of the machine.</param>
/// <param name="Port">The port.</param>
public sealed record NodeSite(string Host, int Port)
{
    /// <summary>The environment variable that names all sites to the processes of a run, separated by commas.</summary>
    public const string Variable = "BENCH_NODES";

    /// <summary>The sites of this run; none when nodes are children of the lane's own process.</summary>
    public static IReadOnlyList<NodeSite> OfThisRun =>
        [
            .. (Environment.GetEnvironmentVariable(Variable) ?? "")
                .Split(',', StringSplitOptions.RemoveEmptyEntries)
                .Select(text => TryParse(text))
                .OfType<NodeSite>(),
        ];

    /// <summary>Where a node is started, nodes taking the sites in turn; null for this machine.</summary>
    /// <param name="index">The node's number, from 1.</param>
    public static NodeSite? OfNode(int index) =>
        OfThisRun is { Count: > 0 } sites ? sites[(index - 1) % sites.Count] : null;

    /// <summary>The address of this machine that nodes find a client at.</summary>
    public static string ClientAddress => OfNode(1)?.OwnAddress() ?? "127.0.0.1";

    /// <summary>Reads <c>host:port</c>; null when it is something else.</summary>
    public static NodeSite? TryParse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var at = text.LastIndexOf(':');
        return
            at > 0
            && ushort.TryParse(text.AsSpan(at + 1), CultureInfo.InvariantCulture, out var port)
            && port > 0
            ? new(text[..at].Trim(), port)
            : null;
    }

    /// <summary>Why nobody can be spoken to there, in one line; null when somebody can.</summary>
    /// <param name="patience">Longest time.</param>
    public string? WhyNot(TimeSpan patience)
    {
        using var client = new TcpClient();
        try
        {
            using var timeout = new CancellationTokenSource(patience);
            client.ConnectAsync(Host, Port, timeout.Token).AsTask().GetAwaiter().GetResult();
            return null;
        }
        catch (SocketException error)
        {
            return error.Message;
        }
        catch (OperationCanceledException)
        {
            return $"no answer within {patience.TotalSeconds:0} s";
        }
    }

    // That by which the site would see it: nothing is sent.
    private string OwnAddress()
    {
        using var way = new UdpClient();
        way.Connect(Host, Port);
        return ((System.Net.IPEndPoint)way.Client.LocalEndPoint!).Address.MapToIPv4().ToString();
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Host}:{Port}");
}
