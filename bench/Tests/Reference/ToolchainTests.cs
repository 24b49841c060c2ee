using Bench.Measurement.Hosting;
using Bench.RuntimeLanes;
using Xunit;

namespace Bench.Tests.Reference;

/// <summary>How programs are built, kept and missed.</summary>
public sealed class ToolchainTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bench-toolchain-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_tool_that_is_not_there_is_said_in_one_line() =>
        Assert.Equal(
            "Made not found: reference lane skipped; scripts/install-runtimes.sh installs it",
            Of(["no-such-tool"], ["sh"]).Missing
        );

    [Fact]
    public void What_was_built_is_not_a_tool_to_be_found() =>
        Assert.Null(Of(["sh"], ["{built}/bench"]).Missing);

    [Fact]
    public void Sources_are_built_once_and_again_when_they_change()
    {
        var source = Write("one.txt", "1");
        var toolchain = Of(["cp", "one.txt", "{built}/one.txt"], ["sh"]);
        var cache = Cache();

        var first = cache.Get(toolchain);
        var again = cache.Get(toolchain);
        File.WriteAllText(source, "2");
        var changed = cache.Get(toolchain);

        Assert.Equal(first, again);
        Assert.NotEqual(first, changed);
        Assert.Equal("1", File.ReadAllText(Path.Combine(first, "one.txt")));
        Assert.Equal("2", File.ReadAllText(Path.Combine(changed, "one.txt")));
    }

    [Fact]
    public void All_sources_are_handed_to_a_builder_that_wants_them()
    {
        Write("a.txt", "a");
        Write("b.txt", "b");

        var command = Of(["cat", "{sources}"], ["sh"]).Build("out");

        Assert.Equal(["cat", Sources("a.txt"), Sources("b.txt")], command);
    }

    [Fact]
    public void What_does_not_build_is_told_in_one_line_and_leaves_nothing()
    {
        Write("one.txt", "1");

        var failure = Assert.Throws<LaneFailureException>(() =>
            Cache().Get(Of(["sh", "-c", "echo one.txt:1: no such word >&2; exit 1"], ["sh"]))
        );

        Assert.EndsWith("one.txt:1: no such word", failure.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(_folder.FullName, "cache")));
    }

    private BuildCache Cache() => new(Path.Combine(_folder.FullName, "cache"));

    private string Sources(string name) => Path.Combine(_folder.FullName, "src", name);

    private string Write(string name, string text)
    {
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "src"));
        File.WriteAllText(Sources(name), text);
        return Sources(name);
    }

    private Toolchain Of(string[] build, string[] start) =>
        new(new ToolchainAttribute("Made", "1", build, start), Path.Combine(_folder.FullName, "src"));
}
