using System.Reflection;
using BenchmarkDotNet.Running;

namespace Bench.Measurement.Hosting;

/// <summary>The entry point of every model's program.</summary>
public static class ModelProcess
{
    /// <summary>
    /// With <c>--sample FILE</c> measures the one case that the file asks for; with anything else runs the
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

        BenchmarkSwitcher.FromAssembly(model).Run(arguments, StandaloneConfig.Create());
        return 0;
    }
}
