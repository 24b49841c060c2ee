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
    /// <returns>The process's exit code.</returns>
    public static int Run(Assembly model, string[] arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        if (arguments is ["--sample", var request])
        {
            return SampleProcess.Run(model, request);
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
