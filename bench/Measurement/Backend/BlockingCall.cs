namespace Bench.Measurement.Backend;

/// <summary>A thread that waits for the device; each thread has one and uses it again.</summary>
internal sealed class BlockingCall : BackendCall
{
    [ThreadStatic]
    private static BlockingCall? t_ofThisThread;

    private readonly object _gate = new();
    private bool _answered;

    public static BlockingCall OfThisThread() => t_ofThisThread ??= new BlockingCall();

    public void Wait()
    {
        lock (_gate)
        {
            while (!_answered)
            {
                Monitor.Wait(_gate);
            }

            _answered = false;
        }

        GoOn();
    }

    public override void Answer()
    {
        lock (_gate)
        {
            _answered = true;
            Monitor.Pulse(_gate);
        }
    }
}
