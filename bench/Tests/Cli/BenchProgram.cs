using System.Diagnostics;
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

    /// <summary>Starts it, with its streams redirected, so that Ctrl-C ends it even where the tests themselves ignore that signal, as a background job of a shell does.</summary>
    public static Process Start(params string[] arguments)
    {
        string[] command = OperatingSystem.IsLinux()
            ? ["env", "--default-signal=INT", "dotnet", Path, .. arguments]
            : ["dotnet", Path, .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return Process.Start(start)!;
    }
}
