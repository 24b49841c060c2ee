using System.ComponentModel;
using Bench.Results;

namespace Bench.Workloads;

/// <summary>Parameters of <see cref="Sessions"/>.</summary>
public sealed record SessionsParameters
{
    /// <summary>What serves the parts: the simulated device, or a real backend's name.</summary>
    [DefaultValue(BackendName.Simulated)]
    public string Backend { get; init; } = BackendName.Simulated;

    /// <summary>Parts of a page: the user, the parts that need the user only, and the one that needs all those.</summary>
    public int Parts { get; init; } = 10;

    /// <summary>Mean service time of a part, ms; each call takes between a half and one and a half of it.</summary>
    public int PartMilliseconds { get; init; } = 10;

    /// <summary>The same for the one slow part, which needs the user only, ms.</summary>
    public int SlowPartMilliseconds { get; init; } = 20;

    /// <summary>Offered pages, 1/s, as a Poisson process.</summary>
    public int RatePerSecond { get; init; } = 160;

    /// <summary>Backend calls in flight at once, for all pages together.</summary>
    public int BackendLimit { get; init; } = 64;

    /// <summary>Pages that the service holds at once, waiting or in work; beyond it a page is refused.</summary>
    public int PageBound { get; init; } = 1_000;

    /// <summary>A page that is not complete by then has failed, ms: nothing more is fetched for it.</summary>
    public int DeadlineMilliseconds { get; init; } = 1_000;

    /// <summary>Load before anything counts, ms.</summary>
    public int WarmUpMilliseconds { get; init; } = 500;

    /// <summary>Length of the counted window, ms.</summary>
    public int MeasuredMilliseconds { get; init; } = 1_500;
}
