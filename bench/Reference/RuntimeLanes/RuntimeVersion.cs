using System.Globalization;
using System.Text.RegularExpressions;

namespace Bench.RuntimeLanes;

/// <summary>Compares versions as runtimes tell them: <c>go1.19.8</c>, <c>17.0.21</c>, <c>25</c>.</summary>
internal static partial class RuntimeVersion
{
    /// <summary>True when a version is not older than another; what has no number is older than anything.</summary>
    public static bool IsAtLeast(string version, string least)
    {
        var (found, needed) = (Parts(version), Parts(least));
        for (var part = 0; part < needed.Count; part++)
        {
            var difference = (part < found.Count ? found[part] : 0) - needed[part];
            if (difference != 0)
            {
                return difference > 0;
            }
        }

        return found.Count > 0;
    }

    /// <summary>A runtime and its version: <c>Java 25.0.3</c>, but <c>go1.19.8</c>, which says its name itself.</summary>
    public static string Named(string runtime, string version) =>
        version.StartsWith(runtime, StringComparison.OrdinalIgnoreCase) ? version : $"{runtime} {version}";

    private static List<int> Parts(string version) =>
        [
            .. Numbers()
                .Match(version)
                .Value.Split('.', StringSplitOptions.RemoveEmptyEntries)
                .Select(part => int.Parse(part, CultureInfo.InvariantCulture)),
        ];

    [GeneratedRegex(@"\d{1,6}(\.\d{1,6})*")]
    private static partial Regex Numbers();
}
