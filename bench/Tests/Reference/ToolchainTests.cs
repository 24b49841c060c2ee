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
    public void A_version_that_is_not_there_is_said_in_one_line_with_what_helps() =>
        Assert.Equal(
            "Made 21 or later not found: reference lane skipped; ask the maker",
            Versioned("17.0.1", "20").Missing
        );

    [Fact]
    public void Tools_are_taken_together_from_the_first_declared_folder_whose_version_will_do()
    {
        var toolchain = Versioned("17.0.1", "21.0.13", "25");

        Assert.Null(toolchain.Missing);
        Assert.Equal(InVersion(1, "maker"), Assert.Single(toolchain.Build("out")));
        Assert.Equal([InVersion(1, "runner"), "out"], toolchain.Start("out"));
    }

    [Fact]
    public void A_folder_with_some_of_the_tools_is_passed_over()
    {
        var toolchain = Versioned("21", "25");
        File.Delete(InVersion(0, "maker"));

        Assert.Equal(InVersion(1, "runner"), toolchain.Find("runner"));
    }

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

    // Versions beside each other, as a distribution installs them.
    private Toolchain Versioned(params string[] versions)
    {
        for (var number = 0; number < versions.Length; number++)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(InVersion(number, "maker"))!);
            File.WriteAllText(InVersion(number, "maker"), "");
            File.WriteAllText(InVersion(number, "runner"), "");
            File.WriteAllLines(
                Path.Combine(_folder.FullName, "versions", $"v{number}", "release"),
                ["MAKER=\"Made 99\"", $"MADE_VERSION=\"{versions[number]}\""]
            );
        }

        var declared = new ToolchainAttribute("Made", "21", ["maker"], ["runner", "{built}"])
        {
            VersionIn = "../release:MADE_VERSION",
            Folders = ["%NO_SUCH_VARIABLE%/bin", Path.Combine(_folder.FullName, "versions", "*", "bin")],
            Advice = "ask the maker",
        };
        return new(declared, Path.Combine(_folder.FullName, "src"));
    }

    private string InVersion(int number, string tool) =>
        Path.Combine(_folder.FullName, "versions", $"v{number}", "bin", tool);

    private Toolchain Of(string[] build, string[] start) =>
        new(new ToolchainAttribute("Made", "1", build, start), Path.Combine(_folder.FullName, "src"));
}
