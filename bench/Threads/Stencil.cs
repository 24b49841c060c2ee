namespace Bench.Threads;

/// <summary>
/// A long-lived thread per block, which computes that block in every sweep and waits for the others at a barrier. The
/// system may move it from processor to processor.
/// </summary>
public class Stencil : Workloads.Stencil
{
    private Barrier _computations = null!;
    private Barrier _steps = null!;
    private List<Thread> _threads = [];
    private bool _isOver;

    protected override void Open()
    {
        _isOver = false;
        _steps = NewStepBarrier();
        _computations = new(Parameters.Blocks + 1);
        _threads = [.. Enumerable.Range(0, Parameters.Blocks).Select(block => new Thread(() => Run(block)))];
        _threads.ForEach(thread => thread.Start());
    }

    protected override void Compute()
    {
        _computations.SignalAndWait();
        _computations.SignalAndWait();
    }

    protected override void Close()
    {
        _isOver = true;
        _computations.SignalAndWait();
        _threads.ForEach(thread => thread.Join());
    }

    /// <summary>Where threads meet after each step.</summary>
    protected virtual Barrier NewStepBarrier() => new(Parameters.Blocks);

    /// <summary>What a thread does of a step.</summary>
    protected virtual void Work(int thread, int step) => Advance(thread, step);

    /// <summary>First thing that a thread does.</summary>
    protected virtual void Settle(int thread) { }

    private void Run(int thread)
    {
        using var unit = Units.Enter();
        Settle(thread);
        for (_computations.SignalAndWait(); !_isOver; _computations.SignalAndWait())
        {
            for (var step = 0; step < Steps; step++)
            {
                Work(thread, step);
                _steps.SignalAndWait();
            }

            _computations.SignalAndWait();
        }
    }
}
