using System.Net;
using System.Net.Sockets;

namespace Bench.DurableGrains;

/// <summary>A port that is kept free until it is used: a silo must tell its ports before it listens.</summary>
internal sealed class ReservedPort : IDisposable
{
    private readonly TcpListener _listener;

    /// <param name="address">Of this machine.</param>
    public ReservedPort(IPAddress address)
    {
        _listener = new(address, 0);
        _listener.Start();
        Number = ((IPEndPoint)_listener.LocalEndpoint).Port;
    }

    public int Number { get; }

    public void Dispose() => _listener.Dispose();
}
