using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bench.Results;

/// <summary>Writes numeric values as JSON numbers and the rest as strings; reads both.</summary>
public sealed class ParameterSetConverter : JsonConverter<ParameterSet>
{
    public override ParameterSet Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    )
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return document.RootElement.ValueKind == JsonValueKind.Object
            ? new ParameterSet(
                document
                    .RootElement.EnumerateObject()
                    .Select(property => KeyValuePair.Create(property.Name, property.Value.ToString()))
            )
            : throw new JsonException("parameters must be an object");
    }

    public override void Write(Utf8JsonWriter writer, ParameterSet value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (name, text) in value)
        {
            if (
                decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                && number.ToString(CultureInfo.InvariantCulture) == text
            )
            {
                writer.WriteNumber(name, number);
            }
            else
            {
                writer.WriteString(name, text);
            }
        }

        writer.WriteEndObject();
    }
}
