using Bench.Results;
using HdrHistogram;

namespace Bench.Measurement.Load;

/// <summary>What became of the operations of one load's counted window.</summary>
public sealed class LoadTally
{
    private readonly LongHistogram _lateness = HistogramText.NewHistogram();
    private long _intended;
    private long _completed;
    private long _failed;
    private long _timedOut;

    /// <summary>Operations refused at admission.</summary>
    public long Rejected { get; internal set; }

    /// <summary>Operations of any kind that ended while the window was open.</summary>
    public long EndedInWindow { get; internal set; }

    /// <summary>The same, completed ones only.</summary>
    public long CompletedInWindow { get; internal set; }

    public OperationCounts Operations =>
        new()
        {
            Intended = _intended,
            Completed = _completed,
            Failed = _failed,
            Rejected = Rejected,
            TimedOut = _timedOut,
        };

    /// <summary>How late the generator was, nanoseconds.</summary>
    public Lateness Lateness =>
        new(
            _lateness.GetValueAtPercentile(99),
            _lateness.GetValueAtPercentile(100),
            _lateness.TotalCount == 0 ? 0 : _lateness.GetMean()
        );

    internal void Intend(long lateness)
    {
        _intended++;
        _lateness.RecordValue(Math.Clamp(lateness, 1, _lateness.HighestTrackableValue));
    }

    internal void End(CallOutcome outcome)
    {
        _ = outcome switch
        {
            CallOutcome.Completed => _completed++,
            CallOutcome.Failed => _failed++,
            _ => _timedOut++,
        };
    }
}
