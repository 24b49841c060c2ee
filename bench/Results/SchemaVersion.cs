using System.Text.Json;

namespace Bench.Results;

/// <summary>Refuses data of another schema version before it is read any further.</summary>
internal static class SchemaVersion
{
    public static void Check(JsonElement element, string where)
    {
        var found =
            element.ValueKind == JsonValueKind.Object
            && element.TryGetProperty("schemaVersion", out var version)
            && version.TryGetInt32(out var number)
                ? number
                : throw new JsonException("schemaVersion is missing");

        if (found != Sample.CurrentSchemaVersion)
        {
            throw new ResultsException(
                $"{where}: schema version {found}, but this suite reads version {Sample.CurrentSchemaVersion}; "
                    + "use the version of the suite that wrote it"
            );
        }
    }
}
