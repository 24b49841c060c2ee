namespace Bench.Workloads;

/// <summary>Parameters of <see cref="Supervised"/>.</summary>
public sealed record SupervisedParameters
{
    /// <summary>Items, 1/s, evenly spaced.</summary>
    public int ItemsPerSecond { get; init; } = 500;

    /// <summary>Stages that each item passes one after the other.</summary>
    public int Stages { get; init; } = 3;

    /// <summary>Items that each stage has in work at once.</summary>
    public int WorkersPerStage { get; init; } = 8;

    /// <summary>Service time of a stage's backend, ms; a call that fails takes as long.</summary>
    public int StageMilliseconds { get; init; } = 2;

    /// <summary>Items that fail once or twice at a stage before they pass it, per thousand and stage.</summary>
    public int TransientPerThousand { get; init; } = 40;

    /// <summary>Items that fail at one of the stages however often they are tried, per thousand.</summary>
    public int PermanentPerThousand { get; init; } = 20;

    /// <summary>When the backend of the middle stage goes down, ms after the counted window has begun.</summary>
    public int OutageStartMilliseconds { get; init; } = 400;

    /// <summary>How long it is down, ms; 0 for no outage.</summary>
    public int OutageMilliseconds { get; init; } = 300;

    /// <summary>Times that a supervised lane tries again at once, with growing delays.</summary>
    public int Retries { get; init; } = 3;

    /// <summary>Delay before the first of these, ms; each further one is twice as long.</summary>
    public int RetryMilliseconds { get; init; } = 5;

    /// <summary>How long a breaker stays open, ms.</summary>
    public int BreakMilliseconds { get; init; } = 500;

    /// <summary>Time after which a supervisor sends back an item that could not be served, ms.</summary>
    public int ResubmitMilliseconds { get; init; } = 250;

    /// <summary>Times that a supervisor sends an item back before it gives it up.</summary>
    public int Resubmissions { get; init; } = 10;

    /// <summary>Load before anything counts, ms.</summary>
    public int WarmUpMilliseconds { get; init; } = 200;

    /// <summary>Length of the counted window, ms.</summary>
    public int MeasuredMilliseconds { get; init; } = 2_000;
}
