using Bench.Measurement.Recording;

namespace Bench.Workloads;

/// <summary>One philosopher, hungry again as soon as a meal is eaten. One unit at a time uses it.</summary>
public sealed class Philosopher
{
    private readonly Fork _left;
    private readonly Fork _right;
    private readonly BackToBack _timer;
    private readonly PhilosophersParameters _parameters;
    private long _eaten;
    private ulong _digest;
    private bool _isAlone;

    internal Philosopher(int seat, Fork left, Fork right, BackToBack timer, PhilosophersParameters parameters)
    {
        Seat = seat;
        _left = left;
        _right = right;
        _timer = timer;
        _parameters = parameters;
        _eaten = parameters.Meals;
    }

    /// <summary>Number of the seat: the fork of this number is to the left, the next one to the right.</summary>
    public int Seat { get; }

    /// <summary>True until the last meal of the dinner is eaten.</summary>
    public bool IsHungry => _eaten < _parameters.Meals;

    /// <summary>Meals eaten in this dinner.</summary>
    public long Eaten => Volatile.Read(ref _eaten);

    /// <summary>Meals at which a neighbour held one of the forks, or took it before the meal was over.</summary>
    public long Faults { get; private set; }

    /// <summary>Told when the last meal is eaten.</summary>
    internal Headway? Headway { get; set; }

    /// <summary>Eats a meal; both forks are the philosopher's until this returns.</summary>
    public void Eat()
    {
        Begin();
        _digest = PipelineKernel.Work(_digest, _parameters.MealRounds);
        End();
    }

    internal void Begin() => _isAlone = _left.TryTake(Seat) & _right.TryTake(Seat);

    internal void End()
    {
        Volatile.Write(ref _eaten, _eaten + 1);
        if (_eaten < _parameters.Meals)
        {
            _timer.TryGoOn();
        }
        else if (_eaten == _parameters.Meals)
        {
            _timer.End();
            Headway?.Finish();
        }

        _isAlone &= _left.TryPutBack(Seat) & _right.TryPutBack(Seat);
        Faults += _isAlone ? 0 : 1;
    }

    internal void Sit(long now)
    {
        _eaten = 0;
        _timer.Start(now);
    }
}
