namespace Bench.Reporter.Interactive;

/// <summary>A point of a capacity curve.</summary>
/// <param name="Offered">The offered load in words.</param>
/// <param name="Throughput">Geometric mean over launches, the lowest and the highest of them, per second.</param>
/// <param name="Latency">The same of the latency.</param>
/// <param name="Launches">Launches.</param>
/// <param name="Met">Those of them that met the service level.</param>
internal sealed record ExplorerLoad(
    string Offered,
    IReadOnlyList<double> Throughput,
    IReadOnlyList<double> Latency,
    int Launches,
    int Met
);
