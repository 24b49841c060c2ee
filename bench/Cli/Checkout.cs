using System.ComponentModel;
using CliWrap.Buffered;

namespace Bench.Cli;

/// <summary>The git checkout that the suite stands in.</summary>
internal static class Checkout
{
    /// <summary>The commit, with <c>+changes</c> when bench/ differs from it; null where git or a checkout is missing.</summary>
    public static string? Commit(string repository)
    {
        var commit = Git(repository, "rev-parse", "HEAD");
        return
            commit is { Length: > 0 }
            && Git(repository, "status", "--porcelain", "--", "bench") is { Length: > 0 }
            ? $"{commit}+changes"
            : commit;
    }

    private static string? Git(string repository, params string[] arguments)
    {
        try
        {
            var result = CliWrap
                .Cli.Wrap("git")
                .WithArguments(["-C", repository, .. arguments])
                .WithValidation(CliWrap.CommandResultValidation.None)
                .ExecuteBufferedAsync()
                .GetAwaiter()
                .GetResult();
            return result.ExitCode == 0 ? result.StandardOutput.Trim() : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
