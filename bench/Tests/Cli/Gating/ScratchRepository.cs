using CliWrap.Buffered;

namespace Bench.Tests.Cli.Gating;

/// <summary>A small git checkout of its own, with the folders that a gate looks for.</summary>
internal sealed class ScratchRepository : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("bench-scratch-");

    public ScratchRepository()
    {
        Directory.CreateDirectory(Path);
        Git("init", "--quiet", "--initial-branch", "main");
        Git("config", "user.email", "test@localhost");
        Git("config", "user.name", "test");
        Write(".gitignore", "bin/\nobj/\n");
        Write("bench/Cli/Cli.csproj", "<Project />");
        Write(
            "bench/Directory.Packages.props",
            """<Project><ItemGroup><PackageVersion Include="Akka" Version="1.5.74" /></ItemGroup></Project>"""
        );
        Write("bench/Tasks/packages.lock.json", "{}");
        First = CommitAll("first");
    }

    public string Path => System.IO.Path.Combine(_root.FullName, "checkout");

    /// <summary>A folder outside of the checkout.</summary>
    public string Beside => System.IO.Path.Combine(_root.FullName, "cache");

    /// <summary>The first commit.</summary>
    public string First { get; }

    public void Write(string path, string text)
    {
        var file = System.IO.Path.Combine(Path, path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    /// <returns>The commit.</returns>
    public string CommitAll(string message)
    {
        Git("add", "--all");
        Git("commit", "--quiet", "--message", message);
        return Git("rev-parse", "HEAD").Trim();
    }

    public string Git(params string[] arguments) =>
        CliWrap
            .Cli.Wrap("git")
            .WithArguments(["-C", Path, .. arguments])
            .ExecuteBufferedAsync()
            .GetAwaiter()
            .GetResult()
            .StandardOutput;

    // Git's objects are read-only files, which some systems do not delete.
    public void Dispose()
    {
        foreach (var file in _root.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            file.Attributes = FileAttributes.Normal;
        }

        _root.Delete(recursive: true);
    }
}
