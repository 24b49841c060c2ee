using Bench.Measurement.Load;

namespace Bench.Workloads;

/// <summary>Parameters of <see cref="Gateway"/>.</summary>
public sealed record GatewayParameters
{
    /// <summary>Offered requests, 1/s. The default is just what the backend can serve with a check for each request.</summary>
    public int RatePerSecond { get; init; } = 1_900;

    /// <summary>Offered requests in the middle third of the measured time, 1/s; 0 for no spike.</summary>
    public int SpikeRatePerSecond { get; init; }

    /// <summary>How the requests are spaced.</summary>
    public ArrivalProcess Arrivals { get; init; } = ArrivalProcess.Poisson;

    /// <summary>Requests whose token is forged and must be denied, percent.</summary>
    public int ForgedPercent { get; init; } = 10;

    /// <summary>Most tokens in one check, for lanes that batch.</summary>
    public int BatchLimit { get; init; } = 32;

    /// <summary>Longest that a batch stays open for further requests after its first one was taken up, ms.</summary>
    public int LingerMilliseconds { get; init; } = 4;

    /// <summary>
    /// Accepted requests that may wait until they are taken up for a check; beyond it a request is refused. 0 for no bound.
    /// </summary>
    public int BufferCapacity { get; init; } = 256;

    /// <summary>Checks under way at once: the gateway's connections to the backend.</summary>
    public int ConcurrencyLimit { get; init; } = 16;

    /// <summary>Checks that the backend serves at once; the rest wait there.</summary>
    public int BackendCapacity { get; init; } = 16;

    /// <summary>Service time of a check, whatever its size, µs.</summary>
    public int CheckMicroseconds { get; init; } = 8_000;

    /// <summary>Service time of each token in a check, µs.</summary>
    public int TokenMicroseconds { get; init; } = 400;

    /// <summary>Load before anything counts, ms.</summary>
    public int WarmUpMilliseconds { get; init; } = 400;

    /// <summary>Length of the counted window, ms.</summary>
    public int MeasuredMilliseconds { get; init; } = 1_600;
}
