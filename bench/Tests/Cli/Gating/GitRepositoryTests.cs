using Bench.Cli;
using Bench.Cli.Gating;
using Xunit;

namespace Bench.Tests.Cli.Gating;

/// <summary>What a gate reads of git.</summary>
public sealed class GitRepositoryTests : IDisposable
{
    private readonly ScratchRepository _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void A_folder_that_is_no_checkout_is_named()
    {
        using var folder = new Results.TemporaryFolder();

        var error = Assert.Throws<UserException>(() => GitRepository.At(folder.Path));

        Assert.Contains($"{folder.Path} is no git checkout", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("--help")]
    [InlineData("HEAD~9")]
    [InlineData("")]
    public void A_commit_that_is_not_there_is_named(string name)
    {
        var error = Assert.Throws<UserException>(() => At().Commit(name));

        Assert.StartsWith($"--base {name}: no commit of that name", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Changed_are_edited_new_and_removed_files_whether_committed_or_not()
    {
        _scratch.Write("bench/Tasks/Inventory.cs", "1");
        _scratch.CommitAll("second");
        _scratch.Write("bench/Cli/Cli.csproj", "<Project></Project>");
        _scratch.Write("bench/Tasks/New one.cs", "1");
        _scratch.Write("bench/Tasks/bin/ignored.cs", "1");
        File.Delete(Path.Combine(_scratch.Path, "bench/Tasks/packages.lock.json"));

        Assert.Equal(
            [
                "bench/Cli/Cli.csproj",
                "bench/Tasks/Inventory.cs",
                "bench/Tasks/New one.cs",
                "bench/Tasks/packages.lock.json",
            ],
            At().ChangedSince(_scratch.First)
        );
    }

    [Fact]
    public void A_snapshot_is_this_tree_with_what_is_not_committed_and_changes_nothing()
    {
        Assert.Equal(_scratch.First, At().Snapshot());
        _scratch.Write("bench/Tasks/New.cs", "1");
        var before = _scratch.Git("status", "--porcelain");

        var snapshot = At().Snapshot();

        Assert.Equal(snapshot, At().Snapshot());
        Assert.Empty(At().ChangedSince(snapshot).Except(["bench/Tasks/New.cs"]));
        Assert.Equal("1", _scratch.Git("show", $"{snapshot}:bench/Tasks/New.cs"));
        Assert.Equal(before, _scratch.Git("status", "--porcelain"));
    }

    [Fact]
    public void A_commit_of_another_branch_is_no_ancestor()
    {
        _scratch.Git("checkout", "--quiet", "-b", "side");
        _scratch.Write("bench/Tasks/Side.cs", "1");
        var side = _scratch.CommitAll("side");
        _scratch.Git("checkout", "--quiet", "main");

        Assert.True(At().IsAncestor(_scratch.First));
        Assert.False(At().IsAncestor(side));
    }

    [Fact]
    public void A_suite_within_a_larger_checkout_has_its_paths_from_its_own_root()
    {
        _scratch.Write("tools/suite/bench/Tasks/Inventory.cs", "1");

        var suite = GitRepository.At(Path.Combine(_scratch.Path, "tools", "suite"));

        Assert.Equal("tools/suite/", suite.Prefix);
        Assert.Equal(["bench/Tasks/Inventory.cs"], suite.ChangedSince(_scratch.First));
    }

    private GitRepository At() => GitRepository.At(_scratch.Path);
}
