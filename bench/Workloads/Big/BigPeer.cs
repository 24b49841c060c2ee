using Bench.Measurement;
using Bench.Measurement.Recording;

namespace Bench.Workloads;

/// <summary>What one unit does with its messages. One unit at a time uses it.</summary>
public sealed class BigPeer
{
    private const int Nobody = -1;
    private readonly int _id;
    private readonly ulong _seed;
    private readonly BigParameters _parameters;
    private readonly BackToBack _timer;
    private readonly Arrival _done;
    private SplitMix64 _stream;
    private int _target = Nobody;
    private int _number;

    internal BigPeer(int id, ulong seed, BigParameters parameters, BackToBack timer, Arrival done)
    {
        _id = id;
        _seed = seed;
        _parameters = parameters;
        _timer = timer;
        _done = done;
    }

    /// <summary>Pings of others that it answered, over all games.</summary>
    public long Answered { get; private set; }

    /// <summary>Pings of its own that were answered, over all games.</summary>
    public long Trips { get; private set; }

    /// <summary>Messages that are another unit's, and pongs that it did not wait for.</summary>
    public long Faults { get; private set; }

    /// <summary>Takes a message.</summary>
    /// <param name="message">What came.</param>
    /// <param name="answer">What is to be sent for it: a pong for a ping, the next ping for a pong.</param>
    /// <returns>False when there is nothing to send.</returns>
    public bool TryAnswer(BigMessage message, out BigMessage answer)
    {
        answer = default;
        if (message.To != _id)
        {
            Faults++;
            return false;
        }

        if (message.Kind == BigKind.Ping)
        {
            Answered++;
            answer = new(BigKind.Pong, _id, message.From, message.Number);
            return true;
        }

        if (message.Kind == BigKind.Pong && !TryEndTrip(message))
        {
            return false;
        }

        answer = NextPing();
        return true;
    }

    /// <summary>A game begins: the first trip counts from now on.</summary>
    internal void Begin(long now)
    {
        _stream = BigScript.Of(_seed, _id);
        _number = -1;
        _timer.Start(now);
    }

    private BigMessage NextPing()
    {
        _target = BigScript.Next(ref _stream, _id, _parameters.Units);
        return new(BigKind.Ping, _id, _target, ++_number);
    }

    private bool TryEndTrip(BigMessage pong)
    {
        if (pong.From != _target || pong.Number != _number)
        {
            Faults++;
            return false;
        }

        Trips++;
        _target = Nobody;
        if (_number < _parameters.Pings - 1)
        {
            _timer.TryGoOn();
            return true;
        }

        _timer.End();
        _done.Report();
        return false;
    }
}
