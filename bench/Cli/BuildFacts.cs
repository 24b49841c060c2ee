using System.Reflection;

namespace Bench.Cli;

/// <summary>What the build wrote into this assembly.</summary>
internal static class BuildFacts
{
    /// <summary>Root of the checkout that this program was built from.</summary>
    public static string Repository => Value("Repository");

    /// <summary>Names of the model assemblies.</summary>
    public static IReadOnlyList<string> Models => Value("Models").Split(',');

    private static string Value(string key) =>
        typeof(BuildFacts)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == key)
            .Value!;
}
