using System.Globalization;
using Bench.Results;

namespace Bench.Measurement.Machine;

/// <summary>What the runtime was told.</summary>
internal static class RuntimeChecks
{
    public static IEnumerable<MachineCheck> Of(RuntimeFacts facts) =>
        [Build(facts), Debugger(facts), Collector(facts), Pool(facts), Variables(facts)];

    public static string CollectorName(RuntimeFacts facts) =>
        $"{(facts.IsServer ? "server" : "workstation")}, {(facts.IsConcurrent ? "concurrent" : "not concurrent")}";

    private static MachineCheck Build(RuntimeFacts facts) =>
        facts.DebugBuilds.Count == 0
            ? new("build", "optimised (Release)", MachineVerdict.Ok)
            : new(
                "build",
                $"Debug: {string.Join(", ", facts.DebugBuilds)}",
                MachineVerdict.Unfit,
                "code that is not optimised measures nothing; build with -c Release, or use ./run.sh"
            );

    private static MachineCheck Debugger(RuntimeFacts facts) =>
        facts.HasDebugger
            ? new(
                "debugger",
                "attached",
                MachineVerdict.Unfit,
                "it stops threads and switches optimisation off; detach it"
            )
            : new("debugger", "none", MachineVerdict.Ok);

    private static MachineCheck Collector(RuntimeFacts facts) =>
        new(
            "garbage collector",
            CollectorName(facts),
            facts.IsServer ? MachineVerdict.Note : MachineVerdict.Ok,
            facts.IsServer
                ? "memory figures differ from those of the workstation collector that the suite is set to"
                : null
        );

    private static MachineCheck Pool(RuntimeFacts facts) =>
        facts.MinimumThreads == facts.Processors
            ? new("ThreadPool minimum", Threads(facts.MinimumThreads), MachineVerdict.Ok)
            : new(
                "ThreadPool minimum",
                Threads(facts.MinimumThreads),
                MachineVerdict.Note,
                "not the default of one a processor: tasks, channels and actors start more quickly, or more slowly"
            );

    private static MachineCheck Variables(RuntimeFacts facts) =>
        facts.Variables.Count == 0
            ? new("runtime variables", "none set", MachineVerdict.Ok)
            : new(
                "runtime variables",
                string.Join(", ", facts.Variables),
                MachineVerdict.Warning,
                "models inherit them and run otherwise than the suite is built for; unset them"
            );

    private static string Threads(int count) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} thread{(count == 1 ? "" : "s")}");
}
