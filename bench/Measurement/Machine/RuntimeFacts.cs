using System.Collections;
using System.Diagnostics;
using System.Reflection;
using System.Runtime;

namespace Bench.Measurement.Machine;

/// <summary>What the checks of the runtime look at.</summary>
/// <param name="DebugBuilds">Names of assemblies that were built without optimisation.</param>
/// <param name="HasDebugger">A debugger is attached.</param>
/// <param name="IsServer">The garbage collector is the server's.</param>
/// <param name="IsConcurrent">The garbage collector works beside the program.</param>
/// <param name="MinimumThreads">Workers that the ThreadPool starts without hesitation.</param>
/// <param name="Processors">Processors that this process may use.</param>
/// <param name="Variables">Names of environment variables that change the runtime.</param>
internal sealed record RuntimeFacts(
    IReadOnlyList<string> DebugBuilds,
    bool HasDebugger,
    bool IsServer,
    bool IsConcurrent,
    int MinimumThreads,
    int Processors,
    IReadOnlyList<string> Variables
)
{
    private static readonly string[] s_prefixes = ["DOTNET_", "COMPLUS_", "CORECLR_"];

    private static readonly string[] s_settings =
    [
        "GC",
        "TIERED",
        "TC_",
        "READYTORUN",
        "JIT",
        "ENABLE",
        "THREADPOOL",
        "THREAD_",
        "DEFAULTSTACKSIZE",
        "PROCESSOR_COUNT",
        "STARTUP_HOOKS",
        "DIAGNOSTICPORTS",
    ];

    /// <summary>This process.</summary>
    /// <param name="programs">The assemblies that measure.</param>
    public static RuntimeFacts Of(IEnumerable<Assembly> programs)
    {
        ThreadPool.GetMinThreads(out var minimum, out _);
        return new(
            [.. programs.Where(IsDebugBuild).Select(assembly => assembly.GetName().Name!)],
            Debugger.IsAttached,
            GCSettings.IsServerGC,
            GCSettings.LatencyMode != GCLatencyMode.Batch,
            minimum,
            Environment.ProcessorCount,
            [
                .. Environment
                    .GetEnvironmentVariables()
                    .Cast<DictionaryEntry>()
                    .Select(variable => (string)variable.Key)
                    .Where(ChangesRuntime)
                    .Order(StringComparer.Ordinal),
            ]
        );
    }

    /// <summary>True for an environment variable that models' processes inherit and that changes how they run.</summary>
    public static bool ChangesRuntime(string variable) =>
        Array.Find(s_prefixes, prefix => variable.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            is { } prefix
        && Array.Exists(
            s_settings,
            setting => variable[prefix.Length..].StartsWith(setting, StringComparison.OrdinalIgnoreCase)
        );

    private static bool IsDebugBuild(Assembly assembly) =>
        assembly.GetCustomAttribute<DebuggableAttribute>()?.IsJITOptimizerDisabled == true;
}
