using System.Collections.Concurrent;
using Bench.Measurement.Clocks;
using Bench.Measurement.Recording;
using Bench.Measurement.Tracing;

namespace Bench.Measurement.Load;

/// <summary>
/// Issues calls to a lane when their callers are due and takes the answers: one thread, one loop, any clock.
/// A lane's continuations never run callers, and callers never run a lane, so neither can starve the other.
/// </summary>
/// <param name="clock">Time.</param>
/// <param name="arrivals">Who calls when.</param>
/// <param name="nextRequest">The n-th request.</param>
/// <param name="admit">Hands a call to the lane; false when the lane refuses it. Must not block.</param>
/// <param name="ended">Told of each call that ended, on the generator's thread.</param>
/// <param name="inFlight">Counts calls in flight for Little's law.</param>
/// <param name="tracer">Is told of calls from beginning to end; null for none.</param>
public sealed class LoadGenerator<TRequest, TReply>(
    IClock clock,
    IArrivals arrivals,
    Func<long, TRequest> nextRequest,
    Func<Call<TRequest, TReply>, bool> admit,
    Action<Call<TRequest, TReply>> ended,
    InFlightGauge inFlight,
    Tracer? tracer = null
)
{
    private const long PollNanoseconds = 500_000;
    private readonly ConcurrentQueue<Call<TRequest, TReply>> _ended = new();
    private readonly Queue<Call<TRequest, TReply>> _deadlines = new();
    private readonly LoadTally _tally = new();
    private LoadSeries? _series;
    private long _issued;
    private long _outstanding;
    private long _answered;
    private long _answeredAgain;

    internal IClock Clock { get; } = clock;

    internal Tracer Tracer { get; } = tracer ?? Tracer.Off;

    /// <summary>Calls that the lane admitted, warm-up included.</summary>
    public long Admitted { get; private set; }

    /// <summary>Admitted calls that the lane has answered, late answers included.</summary>
    public long Answered => Volatile.Read(ref _answered);

    /// <summary>Most calls that the lane held at once: admitted and not answered.</summary>
    public long MostHeld { get; private set; }

    /// <summary>Fewest calls that the lane held when it refused one; null when it never did.</summary>
    public long? FewestHeldAtRefusal { get; private set; }

    /// <summary>Answers to calls that had one already.</summary>
    public long AnsweredAgain => Volatile.Read(ref _answeredAgain);

    /// <summary>Runs the load to its end. The tally holds the operations of the counted window.</summary>
    /// <param name="window">When the load runs and what counts.</param>
    /// <param name="recorder">Takes the latencies of the counted operations.</param>
    /// <param name="series">Takes what became of the load over time, where that is wanted.</param>
    public LoadTally Run(LoadWindow window, LatencyRecorder recorder, LoadSeries? series = null)
    {
        _series = series;
        var giveUpAt = window.Until + (long)window.Grace.TotalNanoseconds;
        var deadline = (long)Math.Min(window.Deadline.TotalNanoseconds, long.MaxValue / 4.0);
        while (true)
        {
            var now = Clock.Now;
            PassDeadlines(now);
            TakeEnded(window, recorder);
            Issue(now, deadline, window);
            var issuing = arrivals.NextAt < window.Until || now < window.Until;
            if ((!issuing && _outstanding == 0) || now >= giveUpAt)
            {
                break;
            }

            Clock.WaitUntil(Math.Min(Math.Min(NextIssue(window), NextDeadline()), now + PollNanoseconds));
        }

        return _tally;
    }

    internal void HasEnded(Call<TRequest, TReply> call)
    {
        inFlight.Leave();
        _ended.Enqueue(call);
    }

    internal void HasAnswered(bool again) =>
        Interlocked.Increment(ref again ? ref _answeredAgain : ref _answered);

    private long Held => Admitted - Answered;

    private long NextIssue(LoadWindow window) =>
        arrivals.NextAt < window.Until ? arrivals.NextAt : long.MaxValue;

    private long NextDeadline() => _deadlines.TryPeek(out var call) ? call.DeadlineAt : long.MaxValue;

    private void Issue(long now, long deadline, LoadWindow window)
    {
        while (arrivals.NextAt is var intended && intended <= now && intended < window.Until)
        {
            var caller = arrivals.Take();
            var number = _issued++;
            var request = nextRequest(number);
            var call = new Call<TRequest, TReply>(
                this,
                request,
                number,
                caller,
                intended,
                intended + deadline
            );
            Tracer.Starts(number, intended);
            var counts = intended >= window.CountFrom;
            if (counts)
            {
                _tally.Intend(Clock.Now - intended);
            }

            inFlight.Enter();
            _outstanding++;
            if (admit(call))
            {
                Admitted++;
                MostHeld = Math.Max(MostHeld, Held);
                _deadlines.Enqueue(call);
                continue;
            }

            FewestHeldAtRefusal = Math.Min(FewestHeldAtRefusal ?? long.MaxValue, Held);
            inFlight.Leave();
            _outstanding--;
            if (counts)
            {
                _tally.Rejected++;
                _series?.Reject(intended);
            }

            arrivals.Ended(caller, Clock.Now);
        }
    }

    private void PassDeadlines(long now)
    {
        while (
            _deadlines.TryPeek(out var call)
            && (call.Outcome != CallOutcome.InFlight || call.DeadlineAt <= now)
        )
        {
            _deadlines.Dequeue();
            call.TimeOut();
        }
    }

    private void TakeEnded(LoadWindow window, LatencyRecorder recorder)
    {
        while (_ended.TryDequeue(out var call))
        {
            End(call, window, recorder);
        }
    }

    private void End(Call<TRequest, TReply> call, LoadWindow window, LatencyRecorder recorder)
    {
        _outstanding--;
        Tracer.Ends(call.Number, call.EndedAt);
        arrivals.Ended(call.Caller, call.EndedAt);
        ended(call);
        if (call.EndedAt >= window.CountFrom && call.EndedAt < window.Until)
        {
            _tally.EndedInWindow++;
            _tally.CompletedInWindow += call.Outcome == CallOutcome.Completed ? 1 : 0;
        }

        _series?.End(
            call.IntendedAt,
            call.EndedAt,
            call.Outcome == CallOutcome.Completed,
            call.Outcome == CallOutcome.TimedOut
        );
        if (call.IntendedAt >= window.CountFrom)
        {
            _tally.End(call.Outcome);
            recorder.Record(call.IntendedAt, call.EndedAt);
        }
    }
}
