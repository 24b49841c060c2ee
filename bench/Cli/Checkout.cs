using System.ComponentModel;
using System.Globalization;
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

    /// <summary>The tag nearest to the commit that is checked out; null where there is none.</summary>
    public static string? NewestTag(string repository) =>
        Git(repository, "describe", "--tags", "--abbrev=0") is { Length: > 0 } tag ? tag : null;

    /// <summary>When a commit, tag or branch was committed; null where there is no such.</summary>
    public static DateTimeOffset? TimeOf(string repository, string reference) =>
        Git(repository, "rev-parse", "--verify", "--quiet", "--end-of-options", $"{reference}^{{commit}}")
            is { Length: > 0 } commit
        && DateTimeOffset.TryParse(
            Git(repository, "show", "--no-patch", "--format=%cI", commit),
            CultureInfo.InvariantCulture,
            out var time
        )
            ? time
            : null;

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
