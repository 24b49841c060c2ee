using System.Text.Json;

namespace Bench.Results;

/// <summary>Refuses data of another schema version before it is read any further.</summary>
internal static class SchemaVersion
{
    public static void Check(JsonElement element, string where) =>
        Check(
            element.ValueKind == JsonValueKind.Object
            && element.TryGetProperty("schemaVersion", out var version)
            && version.TryGetInt32(out var number)
                ? number
                : throw Missing(),
            where
        );

    /// <summary>The same without reading the whole of it: the version stands first in what this suite writes.</summary>
    public static void Check(ReadOnlySpan<byte> json, string where)
    {
        var reader = new Utf8JsonReader(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw Missing();
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = reader.ValueTextEquals("schemaVersion"u8);
            reader.Read();
            if (found)
            {
                Check(reader.TryGetInt32(out var number) ? number : throw Missing(), where);
                return;
            }

            reader.Skip();
        }

        throw Missing();
    }

    private static void Check(int found, string where)
    {
        if (found != Sample.CurrentSchemaVersion)
        {
            throw new ResultsException(
                $"{where}: schema version {found}, but this suite reads version {Sample.CurrentSchemaVersion}; "
                    + "use the version of the suite that wrote it"
            );
        }
    }

    private static JsonException Missing() => new("schemaVersion is missing");
}
