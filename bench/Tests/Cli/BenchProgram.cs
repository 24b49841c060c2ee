using CliWrap;
using CliWrap.Buffered;

namespace Bench.Tests.Cli;

/// <summary>The real program, started as users start it.</summary>
internal static class BenchProgram
{
    public static string Path { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "bench.dll");

    public static Task<BufferedCommandResult> RunAsync(params string[] arguments) =>
        CliWrap
            .Cli.Wrap("dotnet")
            .WithArguments([Path, .. arguments])
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(Xunit.TestContext.Current.CancellationToken);
}
