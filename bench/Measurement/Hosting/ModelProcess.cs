using System.Reflection;
using BenchmarkDotNet.Running;

namespace Bench.Measurement.Hosting;

/// <summary>The entry point of every model's program.</summary>
public static class ModelProcess
{
    /// <summary>
    /// With <c>--sample FILE</c> measures the one case that the file asks for, with <c>--who-waits FILE</c> says who stands
    /// where in the dump of such a process that hung; with anything else runs the
    /// model's lanes alone under BenchmarkDotNet's own command line.
    /// </summary>
    /// <param name="model">The model's assembly.</param>
    /// <param name="arguments">The command line.</param>
    /// <param name="running">
    /// For tracing, where units have callbacks instead of a body: an object that is the one that runs on the calling thread, the same
    /// at every call, or null when none does.
    /// </param>
    /// <returns>The process's exit code.</returns>
    public static int Run(Assembly model, string[] arguments, Func<object?>? running = null)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        if (arguments is ["--sample", var request])
        {
            return SampleProcess.Run(model, request, running);
        }

        if (arguments is [WhoWaits.Option, var dump])
        {
            WhoWaits.Print(dump);
            return 0;
        }

        BenchmarkSwitcher.FromAssembly(model).Run(arguments, StandaloneConfig.Create());
        return 0;
    }
}
