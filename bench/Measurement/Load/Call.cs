namespace Bench.Measurement.Load;

/// <summary>
/// One request on its way through a lane. The lane must answer every call that it admitted exactly once:
/// <see cref="Complete"/>, <see cref="Fail"/>, or <see cref="Abandon"/> for one that is cancelled.
/// </summary>
public sealed class Call<TRequest, TReply>
{
    private readonly LoadGenerator<TRequest, TReply> _generator;
    private CancellationTokenSource? _cancellation;
    private int _outcome;
    private int _answered;

    internal Call(
        LoadGenerator<TRequest, TReply> generator,
        TRequest request,
        long number,
        int caller,
        long intendedAt,
        long deadlineAt
    )
    {
        _generator = generator;
        Request = request;
        Number = number;
        Caller = caller;
        IntendedAt = intendedAt;
        DeadlineAt = deadlineAt;
    }

    public TRequest Request { get; }

    /// <summary>When the caller meant to start, nanoseconds.</summary>
    public long IntendedAt { get; }

    /// <summary>True once the deadline has passed: the caller has gone, work for it is wasted.</summary>
    public bool IsCancelled
    {
        get
        {
            _generator.Tracer.TakesUp(Number);
            return HasTimedOut;
        }
    }

    /// <summary>Signalled when the deadline passes.</summary>
    public CancellationToken Cancellation
    {
        get
        {
            if (_cancellation is null)
            {
                Interlocked.CompareExchange(ref _cancellation, new CancellationTokenSource(), null);
                if (HasTimedOut)
                {
                    _cancellation.Cancel();
                }
            }

            return _cancellation.Token;
        }
    }

    /// <summary>The reply given in time; null or default until then.</summary>
    public TReply? Reply { get; private set; }

    /// <summary>How the call ended for its caller.</summary>
    public CallOutcome Outcome => (CallOutcome)Volatile.Read(ref _outcome);

    /// <summary>Answers the caller.</summary>
    public void Complete(TReply reply) => Answer(CallOutcome.Completed, reply);

    /// <summary>Tells the caller that the request could not be done.</summary>
    public void Fail() => Answer(CallOutcome.Failed, default);

    /// <summary>Drops a cancelled call: nobody waits for it any more.</summary>
    public void Abandon() => Answer(CallOutcome.Failed, default);

    /// <summary>Number of the request, from 0.</summary>
    internal long Number { get; }

    internal int Caller { get; }
    internal long DeadlineAt { get; }
    internal long EndedAt { get; private set; }

    /// <summary>Ends the call at its deadline, whenever that is noticed, unless it has ended before.</summary>
    internal void TimeOut()
    {
        if (TryEnd(CallOutcome.TimedOut))
        {
            EndedAt = DeadlineAt;
            _ = _cancellation?.CancelAsync();
            _generator.HasEnded(this);
        }
    }

    private bool HasTimedOut => Volatile.Read(ref _outcome) == (int)CallOutcome.TimedOut;

    private void Answer(CallOutcome outcome, TReply? reply)
    {
        var now = _generator.Clock.Now;
        _generator.HasAnswered(again: Interlocked.Exchange(ref _answered, 1) == 1);
        if (now >= DeadlineAt)
        {
            TimeOut();
        }
        else if (TryEnd(outcome))
        {
            Reply = reply;
            EndedAt = now;
            _generator.HasEnded(this);
        }
    }

    private bool TryEnd(CallOutcome outcome) =>
        Interlocked.CompareExchange(ref _outcome, (int)outcome, (int)CallOutcome.InFlight)
        == (int)CallOutcome.InFlight;
}
