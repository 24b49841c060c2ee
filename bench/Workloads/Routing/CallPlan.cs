using Bench.Measurement;

namespace Bench.Workloads;

/// <summary>All events of a run in order of time, from the seed alone.</summary>
public sealed class CallPlan
{
    private const double Millisecond = 1e6;
    private readonly List<long> _offsets = [];
    private readonly List<CallEvent> _events = [];

    /// <param name="seed">Seed of everything random.</param>
    /// <param name="parameters">The case.</param>
    public CallPlan(ulong seed, RoutingParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var random = SplitMix64.For(seed, index: 0);
        var length = parameters.WarmUpMilliseconds + parameters.MeasuredMilliseconds;
        Calls = parameters.CallsPerSecond * length / 1_000;
        var all = new List<(long Offset, CallEvent Event)>();
        for (var call = 0; call < Calls; call++)
        {
            var start = call * 1_000 * Millisecond / parameters.CallsPerSecond;
            var handler = random.Next(parameters.Handlers);
            for (var step = 0; step < parameters.UpdatesPerCall + 2; step++)
            {
                var jitter = random.NextDouble() / 2;
                var offset = (long)(start + ((step + jitter) * parameters.GapMilliseconds * Millisecond));
                var kind = Kind(step, parameters.UpdatesPerCall);
                all.Add((offset, new(0, call, handler, kind, random.Next(), HandlerFault.None)));
            }
        }

        foreach (var (offset, item) in all.OrderBy(item => item.Offset).ThenBy(item => item.Event.Call))
        {
            _offsets.Add(offset);
            _events.Add(item with { Number = _events.Count });
        }

        AddFaults(ref random, parameters);
    }

    /// <summary>Number of calls.</summary>
    public int Calls { get; }

    /// <summary>The events in order of time.</summary>
    public IReadOnlyList<CallEvent> Events => _events;

    /// <summary>When each event is due, nanoseconds from the start.</summary>
    public IReadOnlyList<long> Offsets => _offsets;

    private static CallEventKind Kind(int step, int updates) =>
        step == 0 ? CallEventKind.Setup
        : step <= updates ? CallEventKind.Update
        : CallEventKind.HangUp;

    // In the second quarter of the counted window: late enough to be warm, early enough to see the recovery.
    private void AddFaults(ref SplitMix64 random, RoutingParameters parameters)
    {
        int[] handlers = [.. Enumerable.Range(0, parameters.Handlers)];
        random.Shuffle<int>(handlers);
        var from = (parameters.WarmUpMilliseconds + (parameters.MeasuredMilliseconds / 4)) * Millisecond;
        var until = from + (parameters.MeasuredMilliseconds / 4 * Millisecond);
        for (var faulty = 0; faulty < parameters.Handlers * parameters.FaultyPercent / 100; faulty++)
        {
            CallEvent[] possible =
            [
                .. _events.Where(item =>
                    item.Handler == handlers[faulty]
                    && _offsets[item.Number] >= from
                    && _offsets[item.Number] < until
                ),
            ];
            if (possible.Length > 0)
            {
                var hit = possible[random.Next(possible.Length)];
                var fault = faulty % 2 == 0 ? HandlerFault.Crash : HandlerFault.Hang;
                _events[hit.Number] = hit with { Fault = fault };
            }
        }
    }
}
