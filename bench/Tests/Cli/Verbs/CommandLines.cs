using System.Text.RegularExpressions;
using Bench.Cli;
using CommandLine;

namespace Bench.Tests.Cli.Verbs;

/// <summary>Command lines as users find them in help and documents.</summary>
internal static partial class CommandLines
{
    /// <summary>Every <c>./run.sh</c> command in a text, without what its shell does with it.</summary>
    public static IEnumerable<string> In(string text) =>
        Commands().Matches(text).Select(match => match.Groups[1].Value.Trim());

    /// <summary>The verb that takes it, filled in; null when none does.</summary>
    /// <param name="arguments">What a shell or a CI would put in for a variable is a 1.</param>
    public static object? Parse(string arguments)
    {
        arguments = Variables().Replace(arguments, "1");
        using var parser = new Parser(settings => settings.HelpWriter = null);
        return parser
            .ParseArguments(
                [.. Words().Matches(arguments).Select(match => match.Value.Trim('\'', '"'))],
                [.. VerbRunner.Verbs]
            )
            .Value;
    }

    [GeneratedRegex(@"\$\{\{[^}]*\}\}|\$\w+")]
    private static partial Regex Variables();

    // Up to a comment, the end of code in Markdown, or the next command.
    [GeneratedRegex(@"\./run\.sh ([a-z][^`#\n;&|>]*)")]
    private static partial Regex Commands();

    [GeneratedRegex("""'[^']*'|"[^"]*"|\S+""")]
    private static partial Regex Words();
}
