using Bench.Measurement.Floors;
using Bench.Measurement.Hosting;

namespace Bench.Floors;

/// <summary>A monitor that nobody else wants, entered and left.</summary>
[Variant("threads-monitor", Presets.None)]
[Form(
    "threads",
    "Monitor: Enter, Exit, alone",
    "https://github.com/dotnet/performance/blob/main/src/benchmarks/micro/libraries/System.Threading/Perf.Monitor.cs",
    "primitive"
)]
public class ThreadsPrimitiveLock : Primitive
{
    private const int Times = 10_000;
    private readonly object _sync = new();

    protected override int Once()
    {
        for (var i = 0; i < Times; i++)
        {
            Monitor.Enter(_sync);
            Monitor.Exit(_sync);
        }

        return Times;
    }
}
