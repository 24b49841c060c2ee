using Bench.Measurement.Floors;
using Bench.Measurement.Hosting;

namespace Bench.Floors;

/// <summary>As many callbacks as processors, each of which queues itself again until all are done.</summary>
[Variant("tasks-work-item", Presets.None)]
[Form(
    "tasks",
    "ThreadPool.QueueUserWorkItem, from every processor",
    "https://github.com/dotnet/performance/blob/main/src/benchmarks/micro/libraries/System.Threading.ThreadPool/Perf.ThreadPool.cs",
    "primitive"
)]
public class TasksPrimitiveWorkItem : Primitive
{
    private const int Times = 20_000;
    private readonly ManualResetEventSlim _done = new();
    private readonly WaitCallback _callback;
    private int _left;

    public TasksPrimitiveWorkItem() => _callback = Run;

    protected override int Once()
    {
        _left = Times;
        _done.Reset();
        for (var i = 0; i < Environment.ProcessorCount; i++)
        {
            ThreadPool.QueueUserWorkItem(_callback);
        }

        _done.Wait();
        return Times;
    }

    // Others may still be on their way when the last is counted: they find nothing left, and must not take it for the end.
    private void Run(object? state)
    {
        var left = Interlocked.Decrement(ref _left);
        if (left == 0)
        {
            _done.Set();
        }
        else if (left > 0)
        {
            ThreadPool.QueueUserWorkItem(_callback);
        }
    }
}
