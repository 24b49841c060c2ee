using Bench.Cli.Terminal;

namespace Bench.Cli.Gating;

/// <summary>
/// Builds of commits, kept outside of the checkout so that a second gate need not build again: a git worktree each, at most
/// <see cref="MostKept"/>; the one unused for the longest time is removed.
/// </summary>
/// <param name="repository">The checkout.</param>
/// <param name="cache">Folder for all checkouts' builds.</param>
/// <param name="compile">Compiles the suite.</param>
internal sealed class BuildStore(GitRepository repository, string cache, ISuiteCompiler compile)
{
    /// <summary>Builds that are kept.</summary>
    public const int MostKept = 3;

    private const string Built = ".built";
    private readonly string _folder = Path.Combine(cache, BuildKey.Hash(repository.Shared));

    /// <summary>Where builds are kept: <c>bench-gate</c> in the user's cache folder.</summary>
    public static string UsualCache { get; } =
        Path.Combine(
            Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache ? cache
                : OperatingSystem.IsWindows()
                    ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
                : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"),
            "bench-gate"
        );

    /// <summary>The user's store for the checkout that a suite stands in.</summary>
    /// <exception cref="UserException">It stands in none.</exception>
    public static BuildStore Usual(string suite) =>
        new(GitRepository.At(suite), UsualCache, new SuiteCompiler());

    /// <summary>The build, from the store or made now. It stays until it is disposed of, whoever else uses the store.</summary>
    /// <param name="key">Which.</param>
    /// <param name="name">What the user calls it.</param>
    /// <param name="interrupted">Ends the compiler.</param>
    /// <exception cref="UserException">It does not build, or another gate uses it.</exception>
    /// <exception cref="OperationCanceledException">It was interrupted; what was begun is built anew next time.</exception>
    public StoredBuild Take(BuildKey key, string name, CancellationToken interrupted)
    {
        Directory.CreateDirectory(_folder);
        var folder = Path.Combine(_folder, key.Folder);
#pragma warning disable CA2000 // the build that is returned disposes of it
        var claim = Claim(folder) ?? throw InUse(name, folder);
#pragma warning restore CA2000
        try
        {
            if (!IsReady(folder, key))
            {
                Make(folder, key, name, interrupted);
            }

            File.WriteAllText(folder + Built, Stamp(key));
            RemoveOld(folder);
            return new(Path.Combine(folder, repository.Prefix), claim);
        }
        catch
        {
            claim.Dispose();
            throw;
        }
    }

    private bool IsReady(string folder, BuildKey key) =>
        File.Exists(folder + Built)
        && File.ReadAllText(folder + Built) == Stamp(key)
        && File.Exists(StoredBuild.ProgramIn(Path.Combine(folder, repository.Prefix)))
        && (key.Packages.Count > 0 || GitRepository.Stands(folder) == key.Commit);

    private void Make(string folder, BuildKey key, string name, CancellationToken interrupted)
    {
        if (repository.Submodule(key.Commit) is { } submodule)
        {
            throw new UserException(
                $"{name} ({key.Title}): {submodule} is a submodule, which a gate does not check out; gate a commit without it"
            );
        }

        Talk.Line($"building {name} ({key.Title}) in {folder} ...");
        File.Delete(folder + Built);
        repository.RemoveWorktree(folder);
        repository.AddWorktree(folder, key.Commit);
        var suite = Path.Combine(folder, repository.Prefix);
        PackageVersions.Apply(suite, key.Packages);
        compile.Compile(suite, name, key, interrupted);
    }

    private string Stamp(BuildKey key) => $"{key.Commit}\n{key.Words}\n{compile.Version}\n";

    private void RemoveOld(string present)
    {
        // What has no stamp was never finished, and counts as the oldest.
        var old = Directory
            .EnumerateDirectories(_folder)
            .Where(folder => folder != present)
            .OrderByDescending(folder => File.GetLastWriteTimeUtc(folder + Built))
            .Skip(MostKept - 1);
        foreach (var folder in old.ToList())
        {
            using var claim = Claim(folder);
            if (claim is not null)
            {
                File.Delete(folder + Built);
                repository.RemoveWorktree(folder);
            }
        }
    }

    // The system lets go of it when the process dies, however it dies.
    private static FileStream? Claim(string folder)
    {
        try
        {
            return new(
                folder + ".lock",
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                FileShare.None,
                bufferSize: 1,
                FileOptions.DeleteOnClose
            );
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static UserException InUse(string name, string folder) =>
        new(
            $"{folder} ({name}) is in use by another gate; wait for its end, as two at once disturb each other"
        );
}
