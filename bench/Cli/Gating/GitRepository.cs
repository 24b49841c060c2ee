using System.ComponentModel;
using CliWrap;
using CliWrap.Buffered;

namespace Bench.Cli.Gating;

/// <summary>The git checkout that the suite stands in, as far as a gate needs it.</summary>
internal sealed class GitRepository
{
    private const string SubmoduleMode = "160000 ";

    /// <summary>Who a snapshot of this tree is written by: the same tree must always be the same commit.</summary>
    private static readonly Dictionary<string, string?> s_author = new()
    {
        ["GIT_AUTHOR_NAME"] = "gate",
        ["GIT_AUTHOR_EMAIL"] = "gate@localhost",
        ["GIT_AUTHOR_DATE"] = "2000-01-01T00:00:00Z",
        ["GIT_COMMITTER_NAME"] = "gate",
        ["GIT_COMMITTER_EMAIL"] = "gate@localhost",
        ["GIT_COMMITTER_DATE"] = "2000-01-01T00:00:00Z",
    };

    private readonly string _folder;

    private GitRepository(string folder, string prefix, string shared)
    {
        _folder = folder;
        Prefix = prefix;
        Shared = shared;
    }

    /// <summary>Where the suite stands within the checkout: empty, or a path that ends in a slash.</summary>
    public string Prefix { get; }

    /// <summary>Full path of the git folder, which all worktrees share.</summary>
    public string Shared { get; }

    /// <param name="folder">Root of the suite.</param>
    /// <exception cref="UserException">It stands in no git checkout, or git is missing.</exception>
    public static GitRepository At(string folder)
    {
        var found = Run(folder, ["rev-parse", "--show-prefix", "--git-common-dir"]);
        if (found.ExitCode != 0)
        {
            throw new UserException(
                $"{folder} is no git checkout ({Why(found.StandardError)}); a gate builds its base from a commit: clone the suite with git"
            );
        }

        var lines = found.StandardOutput.Split('\n');
        return new(folder, lines[0], Path.GetFullPath(lines[1], folder));
    }

    /// <summary>The full id of a commit.</summary>
    /// <param name="name">A commit, branch or tag.</param>
    /// <param name="option">The option that named it, for whoever reads why there is none.</param>
    /// <exception cref="UserException">There is no such commit here.</exception>
    public string Commit(string name, string option = "--base")
    {
        var found = Run(
            _folder,
            ["rev-parse", "--verify", "--quiet", "--end-of-options", $"{name}^{{commit}}"]
        );
        return found.ExitCode == 0
            ? found.StandardOutput.Trim()
            : throw new UserException(
                $"{option} {name}: no commit of that name is in this checkout; give a branch, tag or commit, and fetch it first (a shallow clone lacks history: git fetch --unshallow)"
            );
    }

    /// <summary>Paths that differ between a commit and the working tree, untracked ones included, from the suite's root.</summary>
    public IReadOnlyList<string> ChangedSince(string commit) =>
        [
            .. Paths("diff", "--name-only", "--no-renames", "--relative", "-z", commit, "--")
                .Concat(Paths("ls-files", "--others", "--exclude-standard", "-z"))
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>True when everything in the commit went into what is checked out.</summary>
    public bool IsAncestor(string commit) =>
        Run(_folder, ["merge-base", "--is-ancestor", commit, "HEAD"]).ExitCode == 0;

    /// <summary>A submodule under bench/, which a worktree would not have; null when there is none.</summary>
    public string? Submodule(string commit) =>
        Checked("ls-tree", "-r", commit, "--", "bench")
            .Split('\n')
            .FirstOrDefault(line => line.StartsWith(SubmoduleMode, StringComparison.Ordinal))
            ?.Split('\t')[1];

    /// <summary>
    /// A commit of the working tree as it is, untracked files included; HEAD when nothing differs. No branch, index or file
    /// is touched.
    /// </summary>
    public string Snapshot()
    {
        var index = Path.Combine(Directory.CreateTempSubdirectory("bench-gate-index-").FullName, "index");
        try
        {
            var environment = new Dictionary<string, string?>(s_author) { ["GIT_INDEX_FILE"] = index };
            Checked(environment, "read-tree", "HEAD");
            Checked(environment, "add", "--all", "--", ":/");
            var tree = Checked(environment, "write-tree").Trim();
            return tree == Checked("rev-parse", "HEAD^{tree}").Trim()
                ? Commit("HEAD")
                : Checked(environment, "commit-tree", tree, "-p", "HEAD", "-m", "gate: this tree").Trim();
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(index)!, recursive: true);
        }
    }

    /// <summary>Checks a commit out into a folder of its own; no hook runs.</summary>
    /// <exception cref="UserException">It cannot be checked out there.</exception>
    public void AddWorktree(string folder, string commit)
    {
        Run(_folder, ["worktree", "prune"]);
        Checked(
            "-c",
            $"core.hooksPath={Path.Combine(Path.GetTempPath(), "no-hooks")}",
            "worktree",
            "add",
            "--force",
            "--detach",
            folder,
            commit
        );
    }

    /// <summary>Removes such a folder, whatever state it is in.</summary>
    public void RemoveWorktree(string folder)
    {
        Run(_folder, ["worktree", "remove", "--force", "--force", folder]);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Run(_folder, ["worktree", "prune"]);
    }

    /// <summary>The commit that a worktree stands at, or null when it is none or has been changed.</summary>
    public static string? Stands(string folder)
    {
        if (!File.Exists(Path.Combine(folder, ".git")))
        {
            return null;
        }

        var head = Run(folder, ["rev-parse", "HEAD"]);
        var changes = Run(folder, ["status", "--porcelain", "--untracked-files=no"]);
        return head.ExitCode == 0 && changes is { ExitCode: 0, StandardOutput: "" }
            ? head.StandardOutput.Trim()
            : null;
    }

    private string[] Paths(params string[] arguments) =>
        Checked(arguments).Split('\0', StringSplitOptions.RemoveEmptyEntries);

    private string Checked(params string[] arguments) => Checked([], arguments);

    private string Checked(Dictionary<string, string?> environment, params string[] arguments)
    {
        var result = Run(_folder, arguments, environment);
        return result.ExitCode == 0
            ? result.StandardOutput
            : throw new UserException($"git {string.Join(' ', arguments)}: {Why(result.StandardError)}");
    }

    private static string Why(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault("no reason given");

    private static BufferedCommandResult Run(
        string folder,
        IEnumerable<string> arguments,
        Dictionary<string, string?>? environment = null
    )
    {
        try
        {
            return CliWrap
                .Cli.Wrap("git")
                .WithArguments(["-C", folder, .. arguments])
                .WithEnvironmentVariables(environment ?? [])
                .WithValidation(CommandResultValidation.None)
                .ExecuteBufferedAsync()
                .GetAwaiter()
                .GetResult();
        }
        catch (Win32Exception error)
        {
            throw new UserException(
                "git is not on the PATH; a gate builds its base from a commit: install git",
                error
            );
        }
    }
}
