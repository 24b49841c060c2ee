namespace Bench.Tasks;

/// <summary>An async method per unit, which goes to the pool by yielding and then awaits a completion source of its own.</summary>
public class Footprint : Workloads.Footprint
{
    private Task[] _tasks = [];
    private TaskCompletionSource[] _signals = [];
    private TaskCompletionSource _stop = new();

    protected override void Open()
    {
        _tasks = new Task[UnitCount];
        _signals = new TaskCompletionSource[UnitCount];
        _stop = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    protected override void Create(int unit)
    {
        _signals[unit] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _tasks[unit] = ParkAsync(unit);
    }

    protected override void Wake(int unit) => _signals[unit].SetResult();

    protected override void Stop()
    {
        _stop.SetResult();
        Task.WaitAll(_tasks);
    }

    private async Task ParkAsync(int unit)
    {
        await Task.Yield();
        using var alive = Units.Enter();
        Parked(unit);
        await _signals[unit].Task;
        Woken(unit);
        await _stop.Task;
    }
}
