using System.Collections.Concurrent;
using Bench.Measurement.Clocks;

namespace Bench.Measurement.Faults;

/// <summary>
/// An open loop of numbered writes at a constant rate: one that is not acknowledged is sent again with the same number, until it is or
/// its time is over.
/// </summary>
/// <param name="clock">Time.</param>
/// <param name="plan">Rate, keys and times.</param>
/// <param name="send">Sends a write (number, key); must not block.</param>
/// <param name="rate">Is told of every write that is acknowledged.</param>
public sealed class WriteLoad(IClock clock, WritePlan plan, Action<long, int> send, RateWatch rate)
{
    private const long PollNanoseconds = 1_000_000;
    private readonly ConcurrentQueue<(long Number, int? Node)> _answers = new();
    private readonly PriorityQueue<Write, long> _attempts = new();
    private readonly List<Write> _writes = [];
    private readonly int[] _nodes = new int[plan.Keys];
    private long _errors;
    private int _unanswered;

    /// <summary>The writes, by their number.</summary>
    internal IReadOnlyList<Write> Writes => _writes;

    /// <summary>Attempts that failed or were not answered in their time.</summary>
    public long Errors => _errors;

    /// <summary>The node that last answered for a key, from 1; 0 when none has.</summary>
    public int NodeOf(int key) => _nodes[key];

    /// <summary>A write has been acknowledged by a node.</summary>
    public void Acknowledge(long number, int node) => _answers.Enqueue((number, node));

    /// <summary>An attempt was refused: the cluster said that it did nothing. One that failed and may have been done is not answered.</summary>
    public void Refuse(long number) => _answers.Enqueue((number, null));

    /// <summary>Sends writes until it is enough, then waits until each has ended.</summary>
    /// <param name="isEnough">Asked again and again with the time, nanoseconds.</param>
    public void Run(Func<long, bool> isEnough)
    {
        ArgumentNullException.ThrowIfNull(isEnough);
        var origin = clock.Now;
        var between = 1e9 / plan.RatePerSecond;
        var ended = false;
        while (!ended || _unanswered > 0)
        {
            var now = clock.Now;
            rate.Look(now);
            ended |= isEnough(now);
            while (!ended && origin + (long)(_writes.Count * between) is var due && due <= now)
            {
                var write = new Write(_writes.Count, _writes.Count % plan.Keys, due);
                _writes.Add(write);
                _unanswered++;
                Attempt(write, now);
            }

            Hear(now);
            TryAgain(now);
            clock.WaitUntil(now + PollNanoseconds);
        }
    }

    private void Attempt(Write write, long now)
    {
        write.Attempts++;
        _attempts.Enqueue(write, now + (long)plan.AttemptTime.TotalNanoseconds);
        send(write.Number, write.Key);
    }

    private void Hear(long now)
    {
        while (_answers.TryDequeue(out var answer))
        {
            var write = _writes[(int)answer.Number];
            if (answer.Node is not { } node)
            {
                write.Refusals++;
                continue;
            }

            _nodes[write.Key] = node;
            if (write.AcknowledgedAt is null)
            {
                write.AcknowledgedAt = now;
                rate.Acknowledge(now);
                _unanswered -= write.IsGivenUp ? 0 : 1;
            }
        }
    }

    private void TryAgain(long now)
    {
        while (_attempts.TryPeek(out var write, out var until) && until <= now)
        {
            _attempts.Dequeue();
            if (write.AcknowledgedAt is not null)
            {
                continue;
            }

            _errors++;
            if (now - write.IntendedAt >= (long)plan.WriteTime.TotalNanoseconds)
            {
                write.IsGivenUp = true;
                _unanswered--;
            }
            else
            {
                Attempt(write, now);
            }
        }
    }
}
