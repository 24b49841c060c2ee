using System.Reflection;
using CommandLine;

namespace Bench.Cli;

/// <summary>
/// Lets an option that takes a list be given several times: <c>--runtime A --runtime B</c> is <c>--runtime A,B</c>. CommandLineParser
/// allows that for all options or none, and of a single value the last would win in silence.
/// </summary>
internal static class RepeatedOptions
{
    /// <param name="arguments">The command line, the verb first.</param>
    /// <param name="verbs">The verbs.</param>
    /// <returns>The same, such options joined at the first of their places.</returns>
    public static string[] Joined(string[] arguments, IEnumerable<Type> verbs)
    {
        var verb = verbs.FirstOrDefault(type =>
            type.GetCustomAttribute<VerbAttribute>()!.Name == arguments[0]
        );
        var lists = (verb?.GetProperties() ?? [])
            .Select(property => property.GetCustomAttribute<OptionAttribute>())
            .Where(option => option is not null && option.Separator != '\0')
            .ToDictionary(option => $"--{option!.LongName}", option => option!.Separator);
        var joined = new List<string>();
        for (var index = 0; index < arguments.Length; index++)
        {
            var word = arguments[index];
            var first = joined.IndexOf(word);
            var isAgain = first >= 0 && first + 1 < joined.Count && index + 1 < arguments.Length;
            if (isAgain && lists.TryGetValue(word, out var separator))
            {
                joined[first + 1] += separator + arguments[++index];
            }
            else
            {
                joined.Add(word);
            }
        }

        return [.. joined];
    }
}
