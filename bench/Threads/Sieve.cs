using System.Collections.Concurrent;
using Bench.Workloads;

namespace Bench.Threads;

/// <summary>
/// A thread for each segment with a blocking queue before it; a thread that first has a number to pass on starts the next. The
/// source is the thread that is here anyway.
/// </summary>
public class Sieve : Workloads.Sieve
{
    protected override PrimeTally FindPrimes()
    {
        using var unit = Units.Enter();
        using var first = new Filter(this);
        for (var place = 0; place < Candidates; place++)
        {
            first.Add(Candidate(place));
        }

        return first.Complete();
    }

    private sealed class Filter : IDisposable
    {
        private readonly Sieve _lane;
        private readonly PrimeSegment _segment;
        private readonly BlockingCollection<int> _candidates = [];
        private readonly Thread _thread;
        private PrimeTally _found;

        public Filter(Sieve lane)
        {
            _lane = lane;
            _segment = lane.NewSegment();
            _thread = new(Run);
            _thread.Start();
        }

        public void Add(int candidate) => _candidates.Add(candidate);

        /// <summary>No candidate comes any more; waits for what this one and those after it have found.</summary>
        public PrimeTally Complete()
        {
            _candidates.CompleteAdding();
            _thread.Join();
            return _found;
        }

        public void Dispose() => _candidates.Dispose();

        private void Run()
        {
            using var unit = _lane.Units.Enter();
            Filter? next = null;
            foreach (var candidate in _candidates.GetConsumingEnumerable())
            {
                if (_segment.PassesOn(candidate))
                {
                    next ??= new(_lane);
                    next.Add(candidate);
                }
            }

            _found = _segment.Tally + (next?.Complete() ?? default);
            next?.Dispose();
        }
    }
}
