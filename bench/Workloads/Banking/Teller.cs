using Bench.Measurement.Recording;

namespace Bench.Workloads;

/// <summary>One teller, who asks for one transfer after the other and keeps book of the outcomes. One unit at a time uses it.</summary>
public sealed class Teller
{
    private readonly Transfer[] _script;
    private readonly int[] _paid;
    private readonly BackToBack _timer;
    private bool _isReturnDay;
    private int _next;
    private int _done;

    internal Teller(Transfer[] script, BackToBack timer)
    {
        _script = script;
        _paid = new int[script.Length];
        _timer = timer;
    }

    /// <summary>Transfers asked for so far today.</summary>
    public long Asked => Volatile.Read(ref _next);

    /// <summary>Transfers settled, all days.</summary>
    public long Settled { get; private set; }

    /// <summary>Transfers refused, all days.</summary>
    public long Refused { get; private set; }

    /// <summary>Outcomes of a transfer that was not the one asked for, or had its outcome before.</summary>
    public long Faults { get; private set; }

    /// <summary>Told when the last transfer of a day has its outcome.</summary>
    internal Headway? Headway { get; set; }

    /// <summary>The next transfer; false when the day is over.</summary>
    public bool TryNext(out Transfer transfer)
    {
        transfer = default;
        if (_next == _script.Length)
        {
            return false;
        }

        transfer = _isReturnDay ? _script[_next].Back : _script[_next];
        Volatile.Write(ref _next, _next + 1);
        return true;
    }

    /// <summary>Takes the outcome of the transfer handed out last: it is settled when payee has the money.</summary>
    /// <param name="number">The transfer's number.</param>
    /// <param name="isSettled">False when it was refused and nothing was moved.</param>
    public void Take(int number, bool isSettled)
    {
        if (_done == _next || _script[_done].Number != number)
        {
            Faults++;
            return;
        }

        if (isSettled)
        {
            Settled++;
            _paid[_done] += _isReturnDay ? -1 : 1;
        }
        else
        {
            Refused++;
        }

        if (++_done < _script.Length)
        {
            _timer.TryGoOn();
        }
        else
        {
            _timer.End();
            Headway?.Finish();
        }
    }

    internal void BeginDay(long now, bool isReturnDay)
    {
        (_next, _done) = (0, 0);
        _isReturnDay = isReturnDay;
        _timer.Start(now);
    }

    /// <summary>Moves in plain balances what was moved between accounts by the outcomes that came.</summary>
    internal void Replay(long[] balances)
    {
        for (var index = 0; index < _script.Length; index++)
        {
            var (_, payer, payee, cents) = _script[index];
            balances[payer] -= cents * _paid[index];
            balances[payee] += cents * _paid[index];
        }
    }
}
