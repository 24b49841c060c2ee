using Bench.Measurement.Floors;
using Bench.Measurement.Hosting;

namespace Bench.Floors;

/// <summary>An async method that yields to the pool over and over.</summary>
[Variant("tasks-yield", Presets.None)]
[Form(
    "tasks",
    "await Task.Yield()",
    "https://github.com/dotnet/performance/blob/main/src/benchmarks/micro/libraries/System.Threading.Tasks/Perf.AsyncMethods.cs",
    "primitive"
)]
public class TasksPrimitiveYield : Primitive
{
    private const int Times = 20_000;

    protected override int Once()
    {
        YieldAsync().Wait();
        return Times;
    }

    private static async Task YieldAsync()
    {
        for (var i = 0; i < Times; i++)
        {
            await Task.Yield();
        }
    }
}
