namespace Bench.Workloads;

/// <summary>Parameters of <see cref="Scenario"/>: all that a scenario file says.</summary>
public sealed record ScenarioParameters
{
    /// <summary>How requests come.</summary>
    public ScenarioArrivals Arrivals { get; init; } = ScenarioArrivals.Poisson;

    /// <summary>Offered requests, 1/s; 0 where users send them.</summary>
    public int RatePerSecond { get; init; } = 400;

    /// <summary>Virtual users; 0 where requests come at a rate.</summary>
    public int Users { get; init; }

    /// <summary>Mean of the users' exponential think time, ms.</summary>
    public int ThinkMilliseconds { get; init; }

    /// <summary>How the load changes within the counted window.</summary>
    public LoadChange Change { get; init; } = LoadChange.None;

    /// <summary>The load that it changes to, 1/s or users; 0 where it does not change.</summary>
    public int ChangesTo { get; init; }

    /// <summary>A request not answered by then has failed for its caller, ms; 0 for no deadline.</summary>
    public int DeadlineMilliseconds { get; init; } = 1_000;

    /// <summary>Requests in work at once.</summary>
    public int ConcurrencyLimit { get; init; } = 64;

    /// <summary>Requests that may wait for their turn; beyond it a request is refused.</summary>
    public int QueueBound { get; init; } = 1_000;

    /// <summary>Backend calls that a request makes at once; it goes on when all have been answered.</summary>
    public int Calls { get; init; } = 2;

    /// <summary>How the backend's service times are spread.</summary>
    public ServiceDistribution Service { get; init; } = ServiceDistribution.Exponential;

    /// <summary>Mean service time of a call, µs.</summary>
    public int ServiceMeanMicroseconds { get; init; } = 4_000;

    /// <summary>99 % quantile of the service time, µs, where it is lognormal; else 0.</summary>
    public int ServiceP99Microseconds { get; init; }

    /// <summary>Calls that the backend serves at once, for all requests together; the rest wait in order. 0 for no limit.</summary>
    public int BackendCapacity { get; init; } = 16;

    /// <summary>Tries of backend calls that fail, of a thousand; each takes its service time all the same.</summary>
    public int FailuresPerThousand { get; init; } = 10;

    /// <summary>Further tries of a call that fails, at once; when the last one fails, so does the request.</summary>
    public int Retries { get; init; } = 2;

    /// <summary>Requests whose backend calls each hold the thread that makes them, percent.</summary>
    public int BlockingPercent { get; init; } = 10;

    /// <summary>Threads kept for calls that block, in models whose units have none of their own.</summary>
    public int BlockingThreads { get; init; } = 16;

    /// <summary>Work of a request on a processor when its calls have been answered, rounds of mixing.</summary>
    public int WorkRounds { get; init; } = 2_000;

    /// <summary>Keys of the state; each request updates one.</summary>
    public int Keys { get; init; } = 100;

    /// <summary>How the keys are drawn.</summary>
    public KeyChoice KeyChoice { get; init; } = KeyChoice.Skewed;

    /// <summary>Work of an update, while nobody else may touch the key, rounds of mixing.</summary>
    public int UpdateRounds { get; init; } = 200;

    /// <summary>Load before anything counts, ms.</summary>
    public int WarmUpMilliseconds { get; init; } = 500;

    /// <summary>Length of the counted window, ms.</summary>
    public int MeasuredMilliseconds { get; init; } = 2_000;

    /// <summary>The offered load: users, or requests a second.</summary>
    public int Load => Arrivals == ScenarioArrivals.Users ? Users : RatePerSecond;

    /// <summary>The same mix under another load; where that changes within the window, it does so in the same proportion.</summary>
    /// <param name="load">Users, or requests a second.</param>
    public ScenarioParameters At(int load) =>
        this with
        {
            Users = Arrivals == ScenarioArrivals.Users ? load : 0,
            RatePerSecond = Arrivals == ScenarioArrivals.Users ? 0 : load,
            ChangesTo =
                Change == LoadChange.None ? 0 : (int)Math.Max(1, Math.Round((double)ChangesTo * load / Load)),
        };
}
