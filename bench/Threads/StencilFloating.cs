using Bench.Measurement.Hosting;

namespace Bench.Threads;

/// <summary>As many threads as blocks, but no block is tied to a thread: in every sweep each takes the next that is left.</summary>
[Variant("floating", Presets.Smoke | Presets.Standard | Presets.Full)]
public class StencilFloating : Stencil
{
    private int _taken;

    protected override Barrier NewStepBarrier()
    {
        _taken = 0;
        return new(Parameters.Blocks, _ => _taken = 0);
    }

    protected override void Work(int thread, int step)
    {
        for (int taken; (taken = Interlocked.Increment(ref _taken)) <= Parameters.Blocks; )
        {
            Advance(taken - 1, step);
        }
    }
}
