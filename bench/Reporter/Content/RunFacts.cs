using System.Globalization;
using Bench.Analysis;
using Bench.Reporter.Gating;
using Bench.Results;

namespace Bench.Reporter.Content;

/// <summary>Where and from what a run was made.</summary>
internal static class RunFacts
{
    /// <summary>How much was measured, where and when.</summary>
    public static string Headline(RunManifest manifest) => $"{Measured(manifest)}; {Where(manifest)}";

    /// <summary>How much was measured.</summary>
    public static string Measured(RunManifest manifest) =>
        $"{Quantities.Counted(manifest.Workloads.Count, "workload")} × {Quantities.Counted(manifest.Models.Count, "model")}, {Quantities.Counted(manifest.Cases.Count, "case")}, {Quantities.Counted(manifest.LastRound, "round")}, preset {manifest.Preset}";

    /// <summary>On what machine, and when.</summary>
    public static string Where(RunManifest manifest) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{manifest.Machine.Processor}, {Quantities.Counted(manifest.Machine.LogicalProcessors, "processor")}, {manifest.Machine.Runtime}; {manifest.StartedAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC"
        );

    /// <param name="manifest">The run.</param>
    /// <param name="runtimes">Runtimes other than its own that did work in it, each with its version.</param>
    public static IReadOnlyList<Fact> Of(RunManifest manifest, IEnumerable<string> runtimes)
    {
        var others = string.Join(", ", runtimes);
        var machine = manifest.Machine;
        return
        [
            new(
                "Processor",
                $"{machine.Processor}, {Quantities.Counted(machine.LogicalProcessors, "logical processor")}"
            ),
            new(
                "Quota",
                machine.ProcessorQuota is { } quota ? $"{Quantities.Significant(quota)} processors" : "none"
            ),
            new("Memory", Bytes(machine.MemoryBytes)),
            new("Memory limit", machine.MemoryLimitBytes is { } limit ? Bytes(limit) : "none"),
            new("Operating system", $"{machine.OperatingSystem}, {machine.Architecture}"),
            new("Hypervisor", machine.Hypervisor ?? "none found"),
            new("Runtime", machine.Runtime),
            .. others.Length == 0 ? Array.Empty<Fact>() : [new Fact("Other runtimes", others)],
            new("Garbage collector", machine.GarbageCollector),
            new("Thread pool", $"at least {Quantities.Counted(machine.ThreadPoolMinimumThreads, "thread")}"),
            new(
                "Clock",
                $"one reading costs {Quantities.Format(machine.ClockNanoseconds, Unit.Nanoseconds)}"
            ),
            .. ShardFacts.Of(manifest).SelectMany(shard => Source(shard, manifest.Shards.Count > 0)),
            .. manifest.Gate is { } gate ? [new Fact("Gate", GateWords.Sides(gate))] : Array.Empty<Fact>(),
            new(
                "Packages",
                string.Join(", ", manifest.Packages.Select(package => $"{package.Key} {package.Value}"))
            ),
        ];
    }

    // A merged run has a commit and a seed for each of the runs that it was made of.
    private static IEnumerable<Fact> Source(ShardFacts shard, bool isNamed)
    {
        var whose = isNamed ? $" of {shard.Run}" : "";
        yield return new($"Commit{whose}", shard.Commit ?? "outside a checkout");
        yield return new($"Seed{whose}", shard.Seed.ToString(CultureInfo.InvariantCulture));
    }

    private static string Bytes(long bytes) => Quantities.Format(bytes, Unit.Bytes);
}
