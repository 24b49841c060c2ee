using Bench.Measurement.Floors;
using Bench.Measurement.Hosting;

namespace Bench.Floors;

/// <summary>A semaphore released and waited for by the same thread.</summary>
[Variant("threads-semaphore", Presets.None)]
[Form(
    "threads",
    "SemaphoreSlim: Release, Wait, alone",
    "https://github.com/dotnet/performance/blob/main/src/benchmarks/micro/libraries/System.Threading/Perf.SemaphoreSlim.cs",
    "primitive"
)]
public class ThreadsPrimitiveSemaphore : Primitive
{
    private const int Times = 10_000;
    private readonly SemaphoreSlim _semaphore = new(0, 1);

    protected override int Once()
    {
        for (var i = 0; i < Times; i++)
        {
            _semaphore.Release();
            _semaphore.Wait();
        }

        return Times;
    }
}
