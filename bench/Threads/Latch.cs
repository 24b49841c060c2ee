namespace Bench.Threads;

/// <summary>Waits until a number of other threads have told that they are done.</summary>
/// <remarks>CountdownEvent spins before it blocks, which hundreds of waiting threads must not do.</remarks>
/// <param name="count">How many.</param>
internal sealed class Latch(int count)
{
    private readonly object _gate = new();
    private int _left = count;

    /// <summary>One of them is done.</summary>
    public void Signal()
    {
        lock (_gate)
        {
            if (--_left == 0)
            {
                Monitor.PulseAll(_gate);
            }
        }
    }

    /// <summary>Blocks until all of them are.</summary>
    public void Wait()
    {
        lock (_gate)
        {
            while (_left > 0)
            {
                Monitor.Wait(_gate);
            }
        }
    }
}
