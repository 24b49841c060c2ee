using System.ComponentModel;
using Bench.Measurement.Load;
using Bench.Results;

namespace Bench.Workloads;

/// <summary>Parameters of <see cref="Payments"/>.</summary>
public sealed record PaymentsParameters
{
    /// <summary>What authorises a payment: the simulated device, or a real backend's name.</summary>
    [DefaultValue(BackendName.Simulated)]
    public string Backend { get; init; } = BackendName.Simulated;

    /// <summary>Accounts; payer and payee of each payment are drawn evenly among them.</summary>
    public int Accounts { get; init; } = 1_000;

    /// <summary>Opening balance of each account, cents. The default covers whatever a run asks of it.</summary>
    public long OpeningCents { get; init; } = 10_000_000;

    /// <summary>Offered payments, 1/s.</summary>
    public int RatePerSecond { get; init; } = 1_000;

    /// <summary>Offered payments in the middle third of the measured time, 1/s; 0 for no spike.</summary>
    [DefaultValue(0)]
    public int SpikeRatePerSecond { get; init; }

    /// <summary>How the payments are spaced.</summary>
    public ArrivalProcess Arrivals { get; init; } = ArrivalProcess.Constant;

    /// <summary>Service time of the backend call that authorises a payment, ms.</summary>
    public int BackendMilliseconds { get; init; } = 5;

    /// <summary>
    /// Payments in work at once, which is the number of serial executors: payer modulo limit names the one that
    /// serves a payer. Payments of payers who share an executor wait for each other although another executor
    /// may be idle, so each is a queue of its own with utilisation rate × backend time ÷ limit.
    /// </summary>
    public int ConcurrencyLimit { get; init; } = 256;

    /// <summary>Payments that may wait for their executor, over all executors; beyond it a payment is refused.</summary>
    public int QueueBound { get; init; } = 10_000;

    /// <summary>A payment not answered by then has failed for its caller, ms; 0 for no deadline.</summary>
    public int DeadlineMilliseconds { get; init; } = 5_000;

    /// <summary>Load before anything counts, ms.</summary>
    public int WarmUpMilliseconds { get; init; } = 500;

    /// <summary>Length of the counted window, ms.</summary>
    public int MeasuredMilliseconds { get; init; } = 2_000;
}
