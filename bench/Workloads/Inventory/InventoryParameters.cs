using System.ComponentModel;
using System.Text.Json.Serialization;
using Bench.Results;

namespace Bench.Workloads;

/// <summary>Parameters of <see cref="Inventory"/>.</summary>
public sealed record InventoryParameters
{
    /// <summary>What each request calls: the simulated device, or a real backend's name. Reference runtimes are not told: they have the device.</summary>
    [DefaultValue(BackendName.Simulated)]
    [JsonIgnore]
    public string Backend { get; init; } = BackendName.Simulated;

    /// <summary>Virtual users.</summary>
    public int Users { get; init; } = 500;

    /// <summary>Users in the middle third of the measured time; 0 for no spike.</summary>
    public int SpikeUsers { get; init; }

    /// <summary>Mean of the exponential think time, ms.</summary>
    public int ThinkMilliseconds { get; init; } = 1_000;

    /// <summary>Service time of the backend call that each request makes, ms.</summary>
    public int BackendMilliseconds { get; init; } = 44;

    /// <summary>Requests in work at once.</summary>
    public int ConcurrencyLimit { get; init; } = 1_000;

    /// <summary>Requests that may wait for their turn; beyond it a request is refused.</summary>
    public int QueueBound { get; init; } = 10_000;

    /// <summary>A request not answered by then has failed, ms.</summary>
    public int DeadlineMilliseconds { get; init; } = 2_000;

    /// <summary>Share of requests that reserve, percent; the rest look up.</summary>
    public int ReservationPercent { get; init; } = 20;

    public int Products { get; init; } = 1_000;

    /// <summary>Stock of each product at the start, pieces. Small enough for some to sell out.</summary>
    public int StockPerProduct { get; init; } = 20;

    /// <summary>Load before anything counts, ms.</summary>
    public int WarmUpMilliseconds { get; init; } = 2_000;

    /// <summary>Length of the counted window, ms.</summary>
    public int MeasuredMilliseconds { get; init; } = 2_000;
}
