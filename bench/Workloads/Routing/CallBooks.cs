using Bench.Measurement.Clocks;
using Bench.Measurement.Hosting;

namespace Bench.Workloads;

/// <summary>
/// What became of every event and every call. The units of one handler write one after the other, those of different
/// handlers at once, each what belongs to its own calls.
/// </summary>
/// <param name="plan">The events.</param>
/// <param name="ended">Told of each event that ended, one way or another.</param>
public sealed class CallBooks(CallPlan plan, Action ended)
{
    private readonly int[] _handled = new int[plan.Events.Count];
    private readonly int[] _failed = new int[plan.Events.Count];
    private readonly long[] _endedAt = new long[plan.Events.Count];
    private readonly List<int>[] _order = [.. Enumerable.Range(0, plan.Calls).Select(_ => new List<int>())];
    private readonly ulong?[] _completed = new ulong?[plan.Calls];
    private readonly bool[] _lost = new bool[plan.Calls];

    /// <summary>Tells the time, nanoseconds.</summary>
    public Func<long> Clock { get; init; } = () => SystemClock.Timestamp;

    /// <summary>The state of a call at its end; null when it did not come to it.</summary>
    public ulong? StateAtEnd(int call) => _completed[call];

    /// <summary>Calls that failed because the handler that knew them is no more.</summary>
    public int FailedCalls => _lost.Count(lost => lost);

    /// <summary>Calls that neither came to their end nor failed.</summary>
    public int LostCalls =>
        Enumerable.Range(0, plan.Calls).Count(call => _completed[call] is null && !_lost[call]);

    /// <summary>Times that an event was handled.</summary>
    public int TimesHandled(int number) => _handled[number];

    /// <summary>When an event ended, nanoseconds; null when it has not.</summary>
    public long? EndedAt(int number) => _handled[number] + _failed[number] == 0 ? null : _endedAt[number];

    /// <summary>Calls that failed here and not in the other books.</summary>
    public int FailedBeyond(CallBooks other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Enumerable.Range(0, plan.Calls).Count(call => _lost[call] && !other._lost[call]);
    }

    /// <summary>The invariant, at rest.</summary>
    /// <param name="findings">Takes the violations.</param>
    /// <param name="expected">The books of a sequential run.</param>
    public void Check(Findings findings, CallBooks expected)
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(expected);
        int[] events = [.. Enumerable.Range(0, plan.Events.Count)];
        findings.ExpectEqual(0, events.Count(item => _handled[item] + _failed[item] == 0), "events lost");
        findings.ExpectEqual(
            0,
            events.Count(item => _handled[item] + _failed[item] > 1),
            "events ended twice"
        );
        findings.ExpectEqual(0, LostCalls, "calls that neither ended nor failed");
        for (var call = 0; call < plan.Calls; call++)
        {
            findings.Expect(
                _order[call].SequenceEqual(_order[call].Order()),
                "the events of a call are out of order"
            );
            findings.Expect(_completed[call] is null || !_lost[call], "a call has failed and ended");
            findings.Expect(
                _completed[call] is null || !expected._lost[call],
                "a call ended although the handler that knew it is no more"
            );
            findings.Expect(
                _completed[call] is null
                    || expected._lost[call]
                    || _completed[call] == expected._completed[call],
                "the state of a call differs from the sequential oracle's"
            );
        }
    }

    internal void Handled(CallEvent item)
    {
        _handled[item.Number]++;
        _order[item.Call].Add(item.Number);
        End(item);
    }

    internal void Refused(CallEvent item)
    {
        _failed[item.Number]++;
        _lost[item.Call] = true;
        End(item);
    }

    internal void Complete(int call, ulong state) => _completed[call] = state;

    /// <summary>A handler is no more: the calls that it knew have failed, and so has the event that it had begun.</summary>
    internal void Abandoned(CallHandler handler)
    {
        foreach (var call in handler.Calls)
        {
            _lost[call] = true;
        }

        if (handler.InHand is { } item)
        {
            Refused(item);
        }
    }

    private void End(CallEvent item)
    {
        _endedAt[item.Number] = Clock();
        ended();
    }
}
