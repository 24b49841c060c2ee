using System.Globalization;
using Bench.Cli;
using Bench.Cli.Gating;
using Xunit;

namespace Bench.Tests.Cli.Gating;

/// <summary>Builds of commits are made once, kept outside of the checkout, and bounded.</summary>
public sealed class BuildStoreTests : IDisposable
{
    private readonly ScratchRepository _scratch = new();
    private readonly PretendCompiler _compiler = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void A_second_gate_uses_the_build_of_the_first()
    {
        Take(_scratch.First).Dispose();
        using var again = Take(_scratch.First);

        Assert.Single(_compiler.Compiled);
        Assert.StartsWith(_scratch.Beside, again.Program, StringComparison.Ordinal);
        Assert.Empty(_scratch.Git("status", "--porcelain"));
    }

    [Fact]
    public void A_build_by_another_compiler_or_one_that_was_tampered_with_is_made_anew()
    {
        Take(_scratch.First).Dispose();
        _compiler.Version = "10.0.2";
        string program;
        using (var other = Take(_scratch.First))
        {
            program = other.Program;
        }

        File.WriteAllText(
            Path.Combine(Path.GetDirectoryName(program)!, "../../../../Directory.Packages.props"),
            "changed"
        );
        Take(_scratch.First).Dispose();

        Assert.Equal(3, _compiler.Compiled.Count);
    }

    [Fact]
    public void A_build_that_failed_is_not_taken_for_one()
    {
        _compiler.Fails = true;
        Assert.Throws<UserException>(() => Take(_scratch.First));
        _compiler.Fails = false;
        Take(_scratch.First).Dispose();

        Assert.Equal(2, _compiler.Compiled.Count);
    }

    [Fact]
    public void Two_gates_do_not_use_one_build_at_once()
    {
        using var first = Take(_scratch.First);

        var error = Assert.Throws<UserException>(() => Take(_scratch.First));

        Assert.Contains("is in use by another gate", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_builds_unused_for_the_longest_time_are_removed()
    {
        List<string> commits = [_scratch.First];
        for (var number = 2; number <= BuildStore.MostKept + 1; number++)
        {
            _scratch.Write("bench/a.cs", number.ToString(CultureInfo.InvariantCulture));
            commits.Add(_scratch.CommitAll($"commit {number}"));
        }

        foreach (var commit in commits)
        {
            Take(commit).Dispose();
        }

        var kept = Directory
            .EnumerateDirectories(Directory.EnumerateDirectories(_scratch.Beside).Single())
            .Select(folder => Path.GetFileName(folder));
        Assert.Equal(commits.Skip(1).Order(), kept.Order());
        Assert.Equal(
            BuildStore.MostKept + 1,
            _scratch
                .Git("worktree", "list", "--porcelain")
                .Split('\n')
                .Count(line => line.StartsWith("worktree ", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void A_package_in_another_version_is_a_build_of_its_own_without_lock_files()
    {
        using var build = Take(_scratch.First, ("Akka", "1.5.73"));

        var bench = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(build.Program)!, "../../../.."));
        Assert.Contains(
            "Include=\"Akka\" Version=\"1.5.73\"",
            File.ReadAllText(Path.Combine(bench, "Directory.Packages.props")),
            StringComparison.Ordinal
        );
        Assert.False(File.Exists(Path.Combine(bench, "Tasks", "packages.lock.json")));
        using var plain = Take(_scratch.First);
        Assert.NotEqual(plain.Program, build.Program);
    }

    private StoredBuild Take(string commit, params (string Name, string Version)[] packages) =>
        new BuildStore(GitRepository.At(_scratch.Path), _scratch.Beside, _compiler).Take(
            new(commit, packages.ToDictionary(item => item.Name, item => item.Version)),
            "base",
            TestContext.Current.CancellationToken
        );
}
