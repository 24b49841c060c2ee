using System.Collections.Concurrent;
using Bench.Measurement;
using Bench.Measurement.Backend;
using Bench.Measurement.Clocks;
using Bench.Measurement.Hosting;
using Bench.Measurement.Load;
using Bench.Results;

namespace Bench.Workloads;

/// <summary>
/// An API gateway that has each request's token checked by an authority with limited capacity, several tokens to a call.
/// Source of the figures: the article's API gateway case.
/// </summary>
public abstract class Gateway : ServiceWorkload<GatewayParameters, GatewayRequest, GatewayReply>
{
    private readonly ConcurrentQueue<CheckRecord> _checks = new();
    private TokenAuthority _authority = null!;
    private long _answered;
    private long _wrong;
    private long _givenUp;

    public override WorkloadFacts Facts =>
        new(
            "gateway",
            "Gateway with authentication checks",
            "Requests arrive at a rate; a backend with limited capacity checks their tokens, in batches or one by one; a full buffer refuses.",
            "One request: from the moment it was meant to be sent until it is allowed or denied; a refused one has no latency.",
            "p99"
        )
        {
            OwnMetrics = ["unitsPerRequest", "tokensPerCheck", "mostRequestsWaiting"],
        };

    /// <summary>The authority's device; a check is one call to it.</summary>
    protected SimulatedBackend Backend { get; private set; } = null!;

    /// <summary>False for a lane that checks each request by itself.</summary>
    protected virtual bool IsBatched => true;

    /// <summary>Most tokens in one check.</summary>
    protected int BatchLimit => IsBatched ? Parameters.BatchLimit : 1;

    /// <summary>Longest that a batch stays open after its first request was taken up.</summary>
    protected TimeSpan Linger => TimeSpan.FromMilliseconds(Parameters.LingerMilliseconds);

    /// <summary>True when only so many requests may wait as <see cref="GatewayParameters.BufferCapacity"/> says.</summary>
    protected bool IsBounded => Parameters.BufferCapacity > 0;

    /// <summary>Requests that may wait.</summary>
    protected int BufferBound => IsBounded ? Parameters.BufferCapacity : int.MaxValue;

    /// <summary>How late checks may begin before most of them count as held back.</summary>
    protected virtual TimeSpan Patience => TimeSpan.FromSeconds(1);

    protected override (TimeSpan WarmUp, TimeSpan Measured, TimeSpan Deadline) Timing =>
        (
            TimeSpan.FromMilliseconds(Parameters.WarmUpMilliseconds),
            TimeSpan.FromMilliseconds(Parameters.MeasuredMilliseconds),
            TimeSpan.MaxValue
        );

    protected override bool LoadChanges => Parameters.SpikeRatePerSecond != 0;

    protected override IEnumerable<Configuration<GatewayParameters>> Configurations
    {
        get
        {
            yield return new(
                Presets.Smoke,
                new()
                {
                    RatePerSecond = 1_000,
                    LingerMilliseconds = 20,
                    WarmUpMilliseconds = 100,
                    MeasuredMilliseconds = 400,
                }
            );
            yield return new(Presets.Standard | Presets.Full, new());
            yield return new(Presets.Standard | Presets.Full, new(), Terms.Told);
            yield return new(Presets.Full, new() { RatePerSecond = 400 });
            yield return new(Presets.Full, new() { Arrivals = ArrivalProcess.Constant });
            if (!IsBatched)
            {
                yield break;
            }

            // Four connections serve 6,150/s with full batches: the spike is more, and the buffer decides what becomes of it.
            foreach (var capacity in new[] { 1, 16, 256, 4_096, 0 })
            {
                yield return new(
                    capacity is 1 or 256 or 0 ? Presets.Standard | Presets.Full : Presets.Full,
                    new()
                    {
                        RatePerSecond = 3_000,
                        SpikeRatePerSecond = 9_000,
                        BufferCapacity = capacity,
                        ConcurrencyLimit = 4,
                        BackendCapacity = 4,
                    }
                );
            }
        }
    }

    /// <summary>Puts an accepted request where it waits for its check, or refuses it (false). Must not block.</summary>
    protected abstract bool TryBuffer(Call<GatewayRequest, GatewayReply> call);

    /// <summary>
    /// Closes a batch: these requests wait no more, and their check begins. Its call to the backend is the lane's to make. Any unit
    /// may do so, at any time.
    /// </summary>
    /// <param name="calls">The requests of the batch, oldest first.</param>
    protected TokenCheck Begin(IReadOnlyList<Call<GatewayRequest, GatewayReply>> calls)
    {
        ArgumentNullException.ThrowIfNull(calls);
        var time = Parameters.CheckMicroseconds + (calls.Count * Parameters.TokenMicroseconds);
        var check = new TokenCheck(calls, TimeSpan.FromMicroseconds(time), _authority);
        _checks.Enqueue(check.Record);
        return check;
    }

    protected sealed override bool TryAdmit(Call<GatewayRequest, GatewayReply> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        call.Request.OfferedAt = SystemClock.Timestamp;
        return TryBuffer(call);
    }

    protected override IArrivals Arrivals(long origin) =>
        OpenArrivals(origin, Parameters.RatePerSecond, Parameters.SpikeRatePerSecond, Parameters.Arrivals);

    protected override GatewayRequest Request(long number)
    {
        var subject = (uint)SplitMix64.For(Seed, number).Next();
        return new(number, IsForged(number) ? _authority.Forge(subject) : _authority.Issue(subject));
    }

    protected override void PrepareIteration()
    {
        Backend = NewBackend(Parameters.BackendCapacity);
        _authority = new(SplitMix64.Mix(Seed));
        _checks.Clear();
        (_answered, _wrong, _givenUp) = (0, 0, 0);
    }

    protected override void Ended(Call<GatewayRequest, GatewayReply> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        if (call.Outcome != CallOutcome.Completed)
        {
            _givenUp++;
            return;
        }

        _answered++;
        _wrong += call.Reply == GatewayReply.Denied == IsForged(call.Request.Number) ? 0 : 1;
    }

    protected override void FinishIteration()
    {
        Backend.Dispose();
        Metrics["unitsPerRequest"] = Units.Created / (double)Math.Max(1, Operations.Completed);
    }

    protected override void Check(Findings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        base.Check(findings);
        findings.ExpectEqual(0, _wrong, "answers that are wrong for their token");
        findings.ExpectEqual(0, _givenUp, "requests given up while their caller waited");
        findings.ExpectEqual(_checks.Count, Backend.Calls, "calls that the backend got");
        findings.Expect(
            Backend.MostAtOnce <= Parameters.ConcurrencyLimit,
            $"more checks at once ({Backend.MostAtOnce}) than the limit of {Parameters.ConcurrencyLimit}"
        );

        findings.Expect(
            FewestHeldAtRefusal is null || FewestHeldAtRefusal >= Parameters.BufferCapacity,
            $"refused with {FewestHeldAtRefusal} requests held, where {Parameters.BufferCapacity} may wait"
        );

        var audit = new CheckAudit(Parameters, BatchLimit, _checks);
        audit.CheckBounds(findings, _answered);
        audit.CheckLinger(findings, Patience);
        Metrics["tokensPerCheck"] = audit.MeanTokens;
        Metrics["mostRequestsWaiting"] = audit.MostWaiting;
    }

    // Not from the token: the oracle must not ask the authority.
    private bool IsForged(long number) => SplitMix64.For(~Seed, number).Next(100) < Parameters.ForgedPercent;
}
