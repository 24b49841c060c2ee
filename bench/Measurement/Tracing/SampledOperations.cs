using Bench.Results;

namespace Bench.Measurement.Tracing;

/// <summary>
/// A few operations from beginning to end: the first that start when asked for, one after the other. Memory is bounded by their
/// number and by the spans that each may have.
/// </summary>
internal sealed class SampledOperations
{
    public const int Most = 8;
    private const int MostSpans = 32;
    private const long None = long.MinValue / 2;
    private readonly Slot[] _slots = [.. Enumerable.Range(0, Most).Select(_ => new Slot())];
    private long _first = None;
    private long _sampleAt = long.MaxValue;

    /// <summary>Forgets what there is and takes operations from this one on.</summary>
    public void SampleFrom(long operation)
    {
        Array.ForEach(_slots, slot => slot.Clear());
        Volatile.Write(ref _first, operation);
    }

    /// <summary>The same with the first one that starts at this time or later.</summary>
    /// <param name="at">Nanoseconds.</param>
    public void SampleAt(long at)
    {
        SampleFrom(None);
        _sampleAt = at;
    }

    /// <summary>An operation starts; called by one thread.</summary>
    public void Start(long operation, long at)
    {
        if (at >= _sampleAt)
        {
            _sampleAt = long.MaxValue;
            SampleFrom(operation);
        }

        SlotOf(operation)?.Start(operation, at);
    }

    public void Add(long operation, TracedSpan[] spans) => SlotOf(operation)?.Add(spans);

    public void End(long operation, long at) => SlotOf(operation)?.End(at);

    /// <summary>True once operations are kept.</summary>
    public bool HasBegun => Volatile.Read(ref _first) != None;

    /// <summary>True for an operation that is kept.</summary>
    public bool Keeps(long operation) => operation - Volatile.Read(ref _first) is >= 0 and < Most;

    /// <summary>Those that started and ended, their times from the start of the first.</summary>
    public List<TracedOperation> ToList()
    {
        var ended = _slots.Select(slot => slot.Operation).OfType<TracedOperation>().ToList();
        var origin = ended.Count == 0 ? 0 : ended.Min(operation => operation.From);
        return ended.ConvertAll(operation => new TracedOperation(
            operation.Number,
            operation.From - origin,
            operation.Until - origin,
            [
                .. operation
                    .Spans.Select(span =>
                        span with
                        {
                            From = span.From - origin,
                            Until = span.Until - origin,
                        }
                    )
                    .OrderBy(span => span.From),
            ]
        ));
    }

    private Slot? SlotOf(long operation) =>
        Keeps(operation) ? _slots[operation - Volatile.Read(ref _first)] : null;

    private sealed class Slot
    {
        private readonly List<TracedSpan> _spans = [];
        private long? _number;
        private long _from;
        private long? _until;

        public TracedOperation? Operation
        {
            get
            {
                lock (_spans)
                {
                    return _number is { } number && _until is { } until
                        ? new(number, _from, until, [.. _spans])
                        : null;
                }
            }
        }

        public void Clear()
        {
            lock (_spans)
            {
                _spans.Clear();
                (_number, _until) = (null, null);
            }
        }

        public void Start(long number, long at)
        {
            lock (_spans)
            {
                (_number, _from) = (number, at);
            }
        }

        public void Add(TracedSpan[] spans)
        {
            lock (_spans)
            {
                _spans.AddRange(spans.Take(MostSpans - _spans.Count));
            }
        }

        public void End(long at)
        {
            lock (_spans)
            {
                _until = at;
            }
        }
    }
}
