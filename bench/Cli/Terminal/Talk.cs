using Spectre.Console;

namespace Bench.Cli.Terminal;

/// <summary>Everything that is not data goes to standard error: plain lines unless it is a terminal.</summary>
internal static class Talk
{
    public static IAnsiConsole Console { get; } =
        Create(System.Console.Error, System.Console.IsErrorRedirected);

    /// <summary>True when lines may be rewritten in place.</summary>
    public static bool IsInteractive =>
        Console.Profile.Capabilities.Ansi && !System.Console.IsErrorRedirected;

    /// <summary>One line, as it is.</summary>
    public static void Line(string text) => System.Console.Error.WriteLine(text);

    public static IAnsiConsole Create(TextWriter writer, bool redirected)
    {
        var plain = redirected || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 };
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
