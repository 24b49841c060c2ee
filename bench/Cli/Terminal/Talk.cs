using Spectre.Console;

namespace Bench.Cli.Terminal;

/// <summary>Everything that is not data goes to standard error: plain lines unless it is a terminal.</summary>
internal static class Talk
{
    private static readonly Lazy<IAnsiConsole> s_console = new(() =>
        Create(System.Console.Error, System.Console.IsErrorRedirected)
    );

    private static bool IsGithub { get; } = Environment.GetEnvironmentVariable("GITHUB_ACTIONS") == "true";

    public static IAnsiConsole Console => s_console.Value;

    /// <summary>Set once, by the entry of the program, before anything is said.</summary>
    public static TalkOptions Options { get; set; } = new();

    /// <summary>True when lines may be rewritten in place.</summary>
    public static bool IsInteractive =>
        Console.Profile.Capabilities.Ansi && !System.Console.IsErrorRedirected && !Options.Verbose;

    /// <summary>One line, as it is.</summary>
    public static void Line(string text) => System.Console.Error.WriteLine(text);

    /// <summary>A sentence that is worth knowing and no fault.</summary>
    public static void Note(string text) => Line(Wrapped($"note: {text}"));

    /// <summary>A line that says how far things are; nothing with <c>--quiet</c>.</summary>
    public static void Progress(string text)
    {
        if (!Options.Quiet)
        {
            Line(Wrapped(text));
        }
    }

    /// <summary>Begins lines that belong together, which a host that can fold them folds.</summary>
    public static void BeginGroup(string title)
    {
        if (IsGithub)
        {
            Progress($"::group::{title}");
        }
    }

    /// <summary>Ends them.</summary>
    public static void EndGroup()
    {
        if (IsGithub)
        {
            Progress("::endgroup::");
        }
    }

    private static string Wrapped(string text) =>
        System.Console.IsErrorRedirected ? text : Paragraph.Wrap(text, Console.Profile.Width);

    public static IAnsiConsole Create(TextWriter writer, bool redirected)
    {
        var plain =
            redirected
            || Options.NoColor
            || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 };
        return AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Out = new AnsiConsoleOutput(writer),
                Ansi = plain ? AnsiSupport.No : AnsiSupport.Detect,
                ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
                Interactive = plain ? InteractionSupport.No : InteractionSupport.Detect,
            }
        );
    }
}
