using System.Text;
using System.Text.Json;

namespace Bench.Analysis.Claims;

/// <summary>Reads JSON with comments and trailing commas, keeping the line of every value.</summary>
internal static class JsonPlaces
{
    /// <exception cref="JsonException">It is no JSON; the exception's line counts from 0.</exception>
    public static JsonPlace Read(ReadOnlySpan<byte> utf8)
    {
        var text = utf8.StartsWith(Encoding.UTF8.Preamble) ? utf8[Encoding.UTF8.Preamble.Length..] : utf8;
        var reader = new Utf8JsonReader(
            text,
            new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }
        );
        reader.Read();
        var place = Value(ref reader, text);
        reader.Read();
        return place;
    }

    private static JsonPlace Value(ref Utf8JsonReader reader, ReadOnlySpan<byte> text)
    {
        var line = Line(in reader, text);
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => new(JsonValueKind.Object, line, "", Members(ref reader, text), []),
            JsonTokenType.StartArray => new(JsonValueKind.Array, line, "", [], Items(ref reader, text)),
            JsonTokenType.String => new(JsonValueKind.String, line, reader.GetString()!, [], []),
            JsonTokenType.Number => new(JsonValueKind.Number, line, Written(in reader), [], []),
            JsonTokenType.True => new(JsonValueKind.True, line, Written(in reader), [], []),
            JsonTokenType.False => new(JsonValueKind.False, line, Written(in reader), [], []),
            _ => new(JsonValueKind.Null, line, "null", [], []),
        };
    }

    private static List<(string Name, int Line, JsonPlace Value)> Members(
        ref Utf8JsonReader reader,
        ReadOnlySpan<byte> text
    )
    {
        var members = new List<(string, int, JsonPlace)>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var (name, line) = (reader.GetString()!, Line(in reader, text));
            reader.Read();
            members.Add((name, line, Value(ref reader, text)));
        }

        return members;
    }

    private static List<JsonPlace> Items(ref Utf8JsonReader reader, ReadOnlySpan<byte> text)
    {
        var items = new List<JsonPlace>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(Value(ref reader, text));
        }

        return items;
    }

    private static int Line(in Utf8JsonReader reader, ReadOnlySpan<byte> text) =>
        1 + text[..(int)reader.TokenStartIndex].Count((byte)'\n');

    private static string Written(in Utf8JsonReader reader) => Encoding.UTF8.GetString(reader.ValueSpan);
}
