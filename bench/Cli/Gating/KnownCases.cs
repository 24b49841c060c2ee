using System.Text.Json;

namespace Bench.Cli.Gating;

/// <summary>The cases that a build can measure, as its own program lists them.</summary>
internal static class KnownCases
{
    private const int SchemaVersion = 1;

    /// <summary>Asks a build's program.</summary>
    /// <param name="program">Path of its bench.dll.</param>
    /// <param name="name">What the user calls the build.</param>
    /// <exception cref="UserException">It does not say.</exception>
    public static IReadOnlySet<string> Of(string program, string name)
    {
        var listed = DotnetHost.Run(program, "list", "--json");
        return listed.ExitCode == 0
            ? Read(listed.StandardOutput, name)
            : throw new UserException(
                $"{name}: its program does not list its cases (exit code {listed.ExitCode}): it is too old for a gate; give a later commit"
            );
    }

    /// <summary>Reads the document of <c>list --json</c>: ids of the cases that are within reach.</summary>
    /// <exception cref="UserException">It is of another form.</exception>
    public static IReadOnlySet<string> Read(string json, string name)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var version = document.RootElement.GetProperty("schemaVersion").GetInt32();
            return version == SchemaVersion
                ? document
                    .RootElement.GetProperty("cases")
                    .EnumerateArray()
                    .Where(IsWithinReach)
                    .Select(item => item.GetProperty("case").GetString()!)
                    .ToHashSet(StringComparer.Ordinal)
                : throw Foreign(name, $"version {version} of the list");
        }
        catch (Exception error)
            when (error
                    is JsonException
                        or KeyNotFoundException
                        or InvalidOperationException
                        or FormatException
            )
        {
            throw Foreign(name, error.Message.Split('\n')[0]);
        }
    }

    private static bool IsWithinReach(JsonElement item) =>
        !item.TryGetProperty("outOfReach", out var reason) || reason.ValueKind == JsonValueKind.Null;

    private static UserException Foreign(string name, string what) =>
        new($"{name}: its list of cases is of another form ({what}); give a commit of a like version");
}
