using System.Reflection;
using CommandLine;

namespace Bench.Cli.Terminal;

/// <summary>A verb as shells complete it.</summary>
/// <param name="Name">The verb.</param>
/// <param name="Help">What it does.</param>
/// <param name="Options">Its long options with two hyphens, and what each does.</param>
internal sealed record CompletedVerb(
    string Name,
    string Help,
    IReadOnlyList<(string Name, string Help)> Options
)
{
    public static IReadOnlyList<CompletedVerb> All(IEnumerable<Type> verbs) =>
        [
            .. verbs.Select(verb =>
            {
                var attribute = verb.GetCustomAttribute<VerbAttribute>()!;
                return new CompletedVerb(attribute.Name, attribute.HelpText, [.. OptionsOf(verb)]);
            }),
        ];

    private static IEnumerable<(string, string)> OptionsOf(Type verb) =>
        verb.GetProperties()
            .Select(property => property.GetCustomAttribute<OptionAttribute>())
            .OfType<OptionAttribute>()
            .Where(option => !option.Hidden)
            .Select(option => ($"--{option.LongName}", option.HelpText))
            .Concat(TalkOptions.All)
            .Append(("--help", "Help on the verb."));
}
