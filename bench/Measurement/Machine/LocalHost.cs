using System.Net;

namespace Bench.Measurement.Machine;

/// <summary>Tells this machine from others.</summary>
public static class LocalHost
{
    /// <summary>True for a server's host that is this machine: a socket's path, <c>localhost</c> or a loopback address.</summary>
    public static bool Is(string? host) =>
        host is not null
        && (
            host.StartsWith('/')
            || host == "localhost"
            || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address))
        );
}
