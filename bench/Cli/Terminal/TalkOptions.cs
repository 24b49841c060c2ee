namespace Bench.Cli.Terminal;

/// <summary>How much is said on standard error: options that every verb takes.</summary>
/// <param name="Quiet">No progress: notes, refused samples and errors only.</param>
/// <param name="Verbose">A line for every sample, on a terminal too.</param>
/// <param name="NoColor">Plain lines without colour or redrawing, as with NO_COLOR.</param>
internal sealed record TalkOptions(bool Quiet = false, bool Verbose = false, bool NoColor = false)
{
    /// <summary>Options with their help, in the order of the help.</summary>
    public static IReadOnlyList<(string Name, string Help)> All { get; } =
    [
        ("--quiet", "No progress on standard error."),
        ("--verbose", "A line for every sample, on a terminal too."),
        ("--no-color", "Plain lines, as with NO_COLOR."),
    ];

    /// <summary>Takes them out of a command line, wherever they stand.</summary>
    /// <exception cref="UserException">Two of them contradict each other.</exception>
    public static (TalkOptions Options, string[] Others) Take(IReadOnlyList<string> arguments)
    {
        var options = new TalkOptions(
            arguments.Contains("--quiet"),
            arguments.Contains("--verbose"),
            arguments.Contains("--no-color")
        );
        return options is { Quiet: true, Verbose: true }
            ? throw new UserException("--quiet and --verbose contradict each other; leave one out")
            : (options, [.. arguments.Where(argument => All.All(option => option.Name != argument))]);
    }
}
