using System.ComponentModel;
using Bench.Analysis;
using Bench.Cli.Terminal;
using CliWrap;
using CliWrap.Buffered;

namespace Bench.Cli.Gating;

/// <summary>The .NET SDK, used as run.sh uses it, but leaving no compiler server behind that would be measured along.</summary>
internal sealed class SuiteCompiler : ISuiteCompiler
{
    private const int MostErrors = 5;
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(20);
    private readonly Lazy<string> _version = new(() =>
        Run(Environment.CurrentDirectory, ["--version"], CancellationToken.None).StandardOutput.Trim()
    );

    public string Version => _version.Value;

    public void Compile(string suite, string name, BuildKey key, CancellationToken interrupted)
    {
        var project = Path.Combine(suite, "bench", "Cli", "Cli.csproj");
        if (!File.Exists(project))
        {
            throw new UserException(
                $"{name} ({key.Title}) has no bench/Cli/Cli.csproj: it is older than the suite's program; give a later commit"
            );
        }

        string[] locks =
            key.Packages.Count == 0
                ? []
                : ["-p:RestorePackagesWithLockFile=false", "-p:RestoreLockedMode=false"];
        var result = Run(
            suite,
            [
                "build",
                project,
                "--configuration",
                "Release",
                "--verbosity",
                "quiet",
                "-nologo",
                "-nodeReuse:false",
                "-p:UseSharedCompilation=false",
                .. locks,
            ],
            interrupted
        );
        if (result.ExitCode != 0)
        {
            throw Refused(name, key, result.StandardOutput + result.StandardError, suite);
        }
    }

    private static UserException Refused(string name, BuildKey key, string output, string suite)
    {
        var errors = CompilerErrors.In(output, suite);
        foreach (var error in errors.Skip(1).Take(MostErrors - 1))
        {
            Talk.Line($"  {error}");
        }

        return new(
            $"{name} ({key.Title}) does not build: {errors.FirstOrDefault("the compiler gave no reason")}"
                + (errors.Count > 1 ? $" ({Quantities.Counted(errors.Count, "error")} in all)" : "")
                + "; give a commit and packages that build"
        );
    }

    private static BufferedCommandResult Run(
        string folder,
        IReadOnlyList<string> arguments,
        CancellationToken interrupted
    )
    {
        using var timeout = new CancellationTokenSource(s_patience);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, interrupted);
        try
        {
            return CliWrap
                .Cli.Wrap("dotnet")
                .WithArguments(arguments)
                .WithWorkingDirectory(folder)
                .WithValidation(CommandResultValidation.None)
                .ExecuteBufferedAsync(either.Token)
                .GetAwaiter()
                .GetResult();
        }
        catch (OperationCanceledException) when (!interrupted.IsCancellationRequested)
        {
            throw new UserException(
                $"dotnet {arguments[0]} in {folder} took longer than {s_patience.TotalMinutes:0} minutes and was ended"
            );
        }
        catch (Win32Exception error)
        {
            throw new UserException(
                "dotnet is not on the PATH; a gate builds its base with the .NET SDK: install it from https://dot.net",
                error
            );
        }
    }
}
