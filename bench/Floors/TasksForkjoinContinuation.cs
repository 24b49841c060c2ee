using Bench.Measurement.Floors;
using Bench.Measurement.Hosting;
using Bench.Workloads;

namespace Bench.Floors;

/// <summary>The skynet tree of .NET's entry: each part by Task.Run, all awaited by WhenAll, and a continuation that adds up.</summary>
[Variant("tasks-continuation", Presets.None)]
[Form(
    "tasks",
    "Task.Run, WhenAll, ContinueWith",
    "https://github.com/atemerev/skynet/blob/master/dotnet-full/Program.cs",
    "skynet"
)]
public class TasksForkjoinContinuation : Workloads.Forkjoin
{
    protected override Subtotal Build(LeafRange root) =>
        Task.Run(() => SkynetAsync(root)).GetAwaiter().GetResult();

    private Task<Subtotal> SkynetAsync(LeafRange range)
    {
        Units.Started();
        if (range.IsLowest)
        {
            var sum = range.Sum();
            Units.Ended();
            return Task.FromResult(sum);
        }

        var parts = new List<Task<Subtotal>>();
        for (var i = 0; i < LeafRange.Parts; i++)
        {
            var part = range.Part(i);
            parts.Add(Task.Run(() => SkynetAsync(part)));
        }

        return Task.WhenAll(parts).ContinueWith(Add, TaskScheduler.Default);
    }

    private Subtotal Add(Task<Subtotal[]> parts)
    {
        var sum = Subtotal.OfForkingUnit;
        foreach (var part in parts.Result)
        {
            sum += part;
        }

        Units.Ended();
        return sum;
    }
}
