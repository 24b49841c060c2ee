namespace Bench.Workloads;

/// <summary>Parameters of <see cref="Scopes"/>.</summary>
public sealed record ScopesParameters
{
    /// <summary>Requests, 1/s, evenly spaced.</summary>
    public int RequestsPerSecond { get; init; } = 50;

    /// <summary>Children of a request; they run at the same time.</summary>
    public int Children { get; init; } = 8;

    /// <summary>Backend calls of a child, one after the other. It can stop between two of them.</summary>
    public int StepsPerChild { get; init; } = 4;

    /// <summary>Mean service time of a call, ms. A child's own lies between half and one and a half of it.</summary>
    public int StepMilliseconds { get; init; } = 5;

    /// <summary>Share of requests with a child that fails, percent.</summary>
    public int FaultyPercent { get; init; } = 20;

    /// <summary>Share of requests whose caller gives up before any child can be done, percent.</summary>
    public int CancelledPercent { get; init; } = 20;

    /// <summary>Load before anything counts, ms.</summary>
    public int WarmUpMilliseconds { get; init; } = 300;

    /// <summary>Length of the counted window, ms.</summary>
    public int MeasuredMilliseconds { get; init; } = 1_800;
}
