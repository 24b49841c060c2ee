using System.Text.RegularExpressions;
using Bench.Cli;
using Xunit;

namespace Bench.Tests.Cli.Verbs;

/// <summary>What CI files and documents tell a machine to do is what the program takes.</summary>
public sealed class WorkflowTests
{
    public static TheoryData<string> Files { get; } =
    [
        .. Directory
            .EnumerateFiles(In(".github/workflows"), "*.yml")
            .Append(In("bench/docs/ci.md"))
            .Select(path => Path.GetRelativePath(BuildFacts.Repository, path)),
    ];

    public static TheoryData<string> Workflows { get; } =
    [.. Files.Select(row => row.Data).Where(path => path.EndsWith(".yml", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_command_is_one_that_the_program_takes(string path)
    {
        var commands = CommandLines
            .In(File.ReadAllText(In(path)))
            .Where(command => !command.StartsWith("test", StringComparison.Ordinal))
            .ToList();

        Assert.NotEmpty(commands);
        Assert.All(
            commands,
            command => Assert.True(CommandLines.Parse(command) is not null, $"{path}: ./run.sh {command}")
        );
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Every_action_is_pinned_by_its_commit(string path) =>
        Assert.All(
            Regex
                .Matches(File.ReadAllText(In(path)), @"uses:\s*(\S+)")
                .Select(match => match.Groups[1].Value),
            action => Assert.Matches("^[\\w.-]+/[\\w.-]+@[0-9a-f]{40}$", action)
        );

    [Theory]
    [MemberData(nameof(Workflows))]
    public void A_workflow_may_read_and_no_more(string path) =>
        Assert.Contains(
            "permissions:\n  contents: read\n",
            File.ReadAllText(In(path)),
            StringComparison.Ordinal
        );

    private static string In(string path) => Path.Combine(BuildFacts.Repository, path);
}
