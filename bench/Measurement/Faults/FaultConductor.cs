using Bench.Measurement.Clocks;
using Bench.Results;

namespace Bench.Measurement.Faults;

/// <summary>Does one fault to one cluster under load, and says what it saw.</summary>
/// <param name="fault">The fault.</param>
/// <param name="cluster">The cluster, not started yet.</param>
/// <param name="plan">The load.</param>
public sealed class FaultConductor(Fault fault, IFaultyCluster cluster, WritePlan plan)
{
    /// <summary>Share of the offered rate that is a full rate.</summary>
    public const double FullRate = 0.95;

    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(200);
    private readonly RateWatch _rate = new(plan.RatePerSecond * FullRate);
    private long _injected = long.MaxValue;

    /// <summary>The whole trial.</summary>
    /// <param name="facts">What is known of it beforehand.</param>
    /// <exception cref="Hosting.LaneFailureException">The cluster cannot be started or restarted.</exception>
    public FaultTrial Run(FaultTrial facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var load = new WriteLoad(SystemClock.Instance, plan, cluster.Send, _rate);
        cluster.Start(load, plan.Keys);
        var origin = SystemClock.Timestamp;
        var writing = PreciseThread.Start("writes", () => load.Run(IsEnough));
        try
        {
            Thread.Sleep(plan.Before);
            var hit = fault.Hits(cluster.Nodes);
            var keys = Enumerable.Range(0, plan.Keys).Where(key => load.NodeOf(key) == hit).ToHashSet();
            var at = SystemClock.Timestamp;
            fault.Inject(cluster);
            Volatile.Write(ref _injected, SystemClock.Timestamp);
            writing.Join();
            return Seen(facts, load, keys, origin, at);
        }
        catch
        {
            Volatile.Write(ref _injected, 0);
            writing.Join();
            throw;
        }
    }

    // On the load's thread.
    private bool IsEnough(long now)
    {
        var done = Volatile.Read(ref _injected);
        return done == 0
            || (
                now >= done
                && (
                    now - Math.Max(done, _rate.LastBelow(now)) >= plan.After.TotalNanoseconds
                    || now - done >= plan.Most.TotalNanoseconds
                )
            );
    }

    // A node that others took for dead keeps what it had until it notices, while its entities live on elsewhere.
    private (IReadOnlyList<long> Held, double? TwiceForSeconds) Settled()
    {
        var from = SystemClock.Timestamp;
        var held = cluster.State();
        var seconds = 0d;
        while (held.Distinct().Count() < held.Count)
        {
            if (seconds >= plan.Settling.TotalSeconds)
            {
                return (held, null);
            }

            Thread.Sleep(s_look);
            held = cluster.State();
            seconds = Seconds(from, SystemClock.Timestamp);
        }

        return (held, seconds);
    }

    private FaultTrial Seen(FaultTrial facts, WriteLoad load, HashSet<int> keys, long origin, long at)
    {
        var acknowledged = load.Writes.Where(write => write.AcknowledgedAt is not null).ToList();
        var (held, twiceFor) = Settled();
        var state = held.ToHashSet();
        var end = load.Writes[^1].IntendedAt;
        var below = _rate.LastBelow(end);
        return facts with
        {
            Nodes = cluster.Nodes,
            OfferedPerSecond = plan.RatePerSecond,
            DurationSeconds = Seconds(origin, end),
            FaultAtSeconds = Seconds(origin, at),
            FaultSeconds = Seconds(at, _injected),
            FirstSuccessSeconds = acknowledged
                .Where(write => write.IntendedAt >= at && keys.Contains(write.Key))
                .Select(write => (double?)Seconds(at, write.AcknowledgedAt!.Value))
                .Min(),
            FullRateSeconds =
                below <= at ? 0
                : end - below < plan.After.TotalNanoseconds / 2 ? null
                : Seconds(at, below),
            Intended = load.Writes.Count,
            Acknowledged = acknowledged.Count,
            Refused = load.Writes.Count(write => write.IsRefused),
            InDoubt = load.Writes.Count(write => write.AcknowledgedAt is null && !write.IsRefused),
            Errors = load.Errors,
            State = state.Count,
            Lost = acknowledged.Count(write => !state.Contains(write.Number)),
            Twice = held.Count - state.Count,
            TwiceForSeconds = twiceFor,
            AcknowledgedBySecond = BySecond(acknowledged, origin),
        };
    }

    private static List<long> BySecond(List<Write> acknowledged, long origin)
    {
        var counts = acknowledged
            .CountBy(write => (int)Seconds(origin, write.AcknowledgedAt!.Value))
            .ToDictionary();
        return counts.Count == 0
            ? []
            :
            [
                .. Enumerable
                    .Range(0, counts.Keys.Max() + 1)
                    .Select(second => (long)counts.GetValueOrDefault(second)),
            ];
    }

    private static double Seconds(long from, long until) => (until - from) / 1e9;
}
