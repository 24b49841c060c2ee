using System.Collections.Concurrent;
using Bench.Measurement.Clocks;
using Bench.Measurement.Tracing;

namespace Bench.Measurement.Backend;

/// <summary>
/// A device with a given service time that every model calls alike: a blocking and an asynchronous face,
/// both answered by one timer thread. With a capacity, calls beyond it wait their turn, first come first served.
/// </summary>
public sealed class SimulatedBackend : IDisposable
{
    private const long TickNanoseconds = 250_000;
    private readonly ConcurrentQueue<BackendCall> _arrivals = new();
    private readonly PriorityQueue<BackendCall, long> _served = new();
    private readonly SemaphoreSlim _arrived = new(0);
    private readonly ServiceSchedule _schedule;
    private readonly SlowedCalls? _slowed;
    private readonly Tracer _tracer;
    private readonly Thread _timer;
    private volatile bool _stopping;
    private int _idle;

    /// <param name="capacity">Calls served at once; the rest wait in order. Unlimited by default.</param>
    public SimulatedBackend(int capacity = int.MaxValue)
        : this(capacity, slowed: null, Tracer.Off) { }

    /// <param name="capacity">Calls served at once.</param>
    /// <param name="slowed">Slows calls down on purpose; null for none.</param>
    /// <param name="tracer">Is told of calls and their answers.</param>
    internal SimulatedBackend(int capacity, SlowedCalls? slowed, Tracer tracer)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        _schedule = new ServiceSchedule(capacity);
        _slowed = slowed;
        _tracer = tracer;
        _timer = PreciseThread.Start("backend", Serve);
    }

    /// <summary>Most calls that the device had at once, served or waiting: what a lane's concurrency limit bounds.</summary>
    public int MostAtOnce { get; private set; }

    /// <summary>Calls that have arrived so far; exact once all are answered.</summary>
    public long Calls { get; private set; }

    /// <summary>Those of them whose callers wait on their thread.</summary>
    public long BlockingCalls { get; private set; }

    /// <summary>Blocks the calling thread for the service time (and any wait for capacity).</summary>
    public void Call(TimeSpan serviceTime)
    {
        var call = BlockingCall.OfThisThread();
        Arrive(call, serviceTime);
        call.Wait();
    }

    /// <summary>Completes after the service time; the continuation runs on the ThreadPool.</summary>
    public ValueTask CallAsync(TimeSpan serviceTime)
    {
        var call = AsynchronousCall.Rent();
        var task = call.Task;
        Arrive(call, serviceTime);
        return task;
    }

    public void Dispose()
    {
        _stopping = true;
        _arrived.Release();
        _timer.Join();
        _arrived.Dispose();
    }

    private void Arrive(BackendCall call, TimeSpan serviceTime)
    {
        var service = (long)serviceTime.TotalNanoseconds;
        call.ServiceNanoseconds = _slowed?.ServiceOfNext(service) ?? service;
        call.ArrivedAt = SystemClock.Timestamp;
        _tracer.Calls(call);
        _arrivals.Enqueue(call);
        if (Interlocked.Exchange(ref _idle, 0) == 1)
        {
            _arrived.Release();
        }
    }

    private void Serve()
    {
        while (!_stopping)
        {
            while (_arrivals.TryDequeue(out var call))
            {
                Calls++;
                BlockingCalls += call is BlockingCall ? 1 : 0;
                _served.Enqueue(call, _schedule.End(call.ArrivedAt, call.ServiceNanoseconds));
            }

            MostAtOnce = Math.Max(MostAtOnce, _served.Count);

            var now = SystemClock.Timestamp;
            while (_served.TryPeek(out var call, out var due) && due <= now)
            {
                _served.Dequeue();
                call.AnsweredAt = now;
                call.Answer();
            }

            Rest();
        }
    }

    private void Rest()
    {
        if (_served.TryPeek(out _, out var due))
        {
            SystemClock.Instance.WaitUntil(Math.Min(due, SystemClock.Timestamp + TickNanoseconds));
            return;
        }

        Volatile.Write(ref _idle, 1);
        Interlocked.MemoryBarrier();
        if (_arrivals.IsEmpty || Interlocked.Exchange(ref _idle, 0) == 0)
        {
            _arrived.Wait();
        }
    }
}
