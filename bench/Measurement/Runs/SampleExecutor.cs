using Bench.Measurement.Planning;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Toolchains;
using BenchmarkDotNet.Toolchains.Parameters;
using BenchmarkDotNet.Toolchains.Results;

namespace Bench.Measurement.Runs;

/// <summary>Takes one sample for BenchmarkDotNet and gives it the lines that the engine printed.</summary>
internal sealed class SampleExecutor(
    IReadOnlyDictionary<string, Launch> launches,
    Func<Launch, ChildOutput> measure
) : IExecutor
{
    public ExecuteResult Execute(ExecuteParameters executeParameters)
    {
        var launch = launches[RunCases.KeyOf(executeParameters.BenchmarkCase)];
        var output = measure(launch);
        foreach (var line in output.Lines)
        {
            executeParameters.Logger.WriteLine(line);
        }

        return new ExecuteResult(
            foundExecutable: true,
            output.ExitCode,
            output.ProcessId,
            [.. output.Lines.Where(line => !IsComment(line))],
            [.. output.Lines.Where(IsComment)],
            output.Lines,
            executeParameters.LaunchIndex
        );
    }

    private static bool IsComment(string line) => line.StartsWith("//", StringComparison.Ordinal);
}
