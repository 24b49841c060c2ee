using Bench.Measurement.Clocks;
using Bench.Measurement.Hosting;
using Bench.Measurement.Recording;

namespace Bench.Measurement.Load;

/// <summary>
/// A workload in which callers send requests to a service. The lane is the service: it opens its units, admits
/// calls, answers each exactly once, and closes.
/// </summary>
public abstract class ServiceWorkload<TParameters, TRequest, TReply> : Workload<TParameters>
    where TParameters : class, new()
{
    private LoadGenerator<TRequest, TReply>? _generator;

    /// <summary>The load has its warm-up inside, so a process runs it once.</summary>
    public override int WarmUpIterations => 0;

    public override int Iterations => 1;

    /// <summary>Warm-up, counted window, deadline.</summary>
    protected abstract (TimeSpan WarmUp, TimeSpan Measured, TimeSpan Deadline) Timing { get; }

    /// <summary>True when the offered load changes within the window, so that a sample says what became of it over time.</summary>
    protected virtual bool LoadChanges => false;

    /// <summary>Who calls when.</summary>
    /// <param name="origin">Start of the load, nanoseconds.</param>
    protected abstract IArrivals Arrivals(long origin);

    /// <summary>Arrivals at a rate, and at another in the middle third of the window when that is not 0; for <see cref="Arrivals"/>.</summary>
    protected IArrivals OpenArrivals(long origin, double rate, double spikeRate, ArrivalProcess process)
    {
        var (warmUp, measured, _) = Timing;
        return new OpenLoop(origin, Profile.MiddleThird(rate, spikeRate, warmUp, measured), process, Seed);
    }

    /// <summary>The n-th request; the same for every model.</summary>
    protected abstract TRequest Request(long number);

    /// <summary>Told of each call that has ended, on the generator's thread.</summary>
    protected virtual void Ended(Call<TRequest, TReply> call) { }

    /// <summary>Creates the lane's units.</summary>
    protected abstract void Open();

    /// <summary>Takes a call in, or refuses it (false) when the lane's queue is full. Must not block.</summary>
    protected abstract bool TryAdmit(Call<TRequest, TReply> call);

    /// <summary>Answers what was admitted, ends the units and waits for them. No call comes any more.</summary>
    protected abstract void Close();

    /// <summary>Most calls that the lane held at once: admitted and not answered.</summary>
    protected long MostHeld => _generator!.MostHeld;

    /// <summary>Fewest calls that the lane held when it refused one; null when it never did.</summary>
    protected long? FewestHeldAtRefusal => _generator!.FewestHeldAtRefusal;

    protected override void RunIteration()
    {
        Open();
        var (warmUp, measured, deadline) = Timing;
        var origin = SystemClock.Timestamp;
        var window = new LoadWindow(
            origin + (long)warmUp.TotalNanoseconds,
            origin + (long)(warmUp + measured).TotalNanoseconds,
            deadline,
            Grace: TimeSpan.FromSeconds(10)
        );
        Latencies.Restart(window.CountFrom, measured / 40);
        Series = LoadChanges ? new LoadSeries(window.CountFrom, measured) : null;
        Window.Series = Series;
        var generator = new LoadGenerator<TRequest, TReply>(
            SystemClock.Instance,
            Arrivals(origin),
            Request,
            TryAdmit,
            Ended,
            InFlight,
            Tracer
        );
        Tracer.SampleAt(window.CountFrom + ((window.Until - window.CountFrom) / 2));
        _generator = generator;
        LoadTally? tally = null;
        var thread = PreciseThread.Start(
            "load generator",
            () => tally = generator.Run(window, Latencies.NewRecorder(), Series)
        );
        PreciseThread.Start("window", () => Observe(window)).Join();
        thread.Join();
        Close();
        Keep(tally!, measured);
    }

    protected override void Check(Findings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        findings.ExpectEqual(_generator!.Admitted, _generator.Answered, "answers to admitted calls");
        findings.ExpectEqual(0, _generator.AnsweredAgain, "calls answered twice");
    }

    private void Observe(LoadWindow window)
    {
        SystemClock.Instance.WaitUntil(window.CountFrom);
        Window.Open();
        Units.Restart();
        SystemClock.Instance.WaitUntil(window.Until);
        Window.Close();
    }

    private void Keep(LoadTally tally, TimeSpan measured)
    {
        Count(tally.Operations);
        Lateness = tally.Lateness;
        EndedInWindow = (tally.EndedInWindow, tally.CompletedInWindow, measured.TotalSeconds);
    }
}
