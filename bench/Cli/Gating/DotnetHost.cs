using Bench.Measurement.Runs;
using CliWrap;
using CliWrap.Buffered;

namespace Bench.Cli.Gating;

/// <summary>The dotnet host that this program runs on: it starts what is measured, too.</summary>
internal static class DotnetHost
{
    private const string Framework = "Microsoft.NETCore.App ";
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    /// <summary>Versions of .NET that are installed here.</summary>
    public static IReadOnlyList<string> Runtimes() =>
        [
            .. Run("--list-runtimes")
                .StandardOutput.Split('\n')
                .Where(line => line.StartsWith(Framework, StringComparison.Ordinal))
                .Select(line => line.Split(' ')[1])
                .Distinct(),
        ];

    /// <summary>Runs a program to its end.</summary>
    /// <exception cref="UserException">It took more than a minute, and was ended.</exception>
    public static BufferedCommandResult Run(params string[] arguments)
    {
        using var timeout = new CancellationTokenSource(s_patience);
        try
        {
            return CliWrap
                .Cli.Wrap(DotnetProgram.Host)
                .WithArguments(arguments)
                .WithValidation(CommandResultValidation.None)
                .ExecuteBufferedAsync(timeout.Token)
                .GetAwaiter()
                .GetResult();
        }
        catch (OperationCanceledException error)
        {
            throw new UserException(
                $"dotnet {string.Join(' ', arguments)} did not end within {s_patience.TotalSeconds:0} s",
                error
            );
        }
    }
}
