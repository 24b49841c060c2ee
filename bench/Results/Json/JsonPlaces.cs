using System.Text;
using System.Text.Json;

namespace Bench.Results.Json;

/// <summary>Reads JSON with comments and trailing commas, keeping the place of every value.</summary>
public static class JsonPlaces
{
    /// <exception cref="JsonException">It is no JSON; the exception's line counts from 0.</exception>
    /// <exception cref="InvalidOperationException">It is no UTF-8 text.</exception>
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
        var (line, column) = Where(in reader, text);
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => new(
                JsonValueKind.Object,
                line,
                column,
                "",
                Members(ref reader, text),
                []
            ),
            JsonTokenType.StartArray => new(
                JsonValueKind.Array,
                line,
                column,
                "",
                [],
                Items(ref reader, text)
            ),
            JsonTokenType.String => new(JsonValueKind.String, line, column, reader.GetString()!, [], []),
            JsonTokenType.Number => new(JsonValueKind.Number, line, column, Written(in reader), [], []),
            JsonTokenType.True => new(JsonValueKind.True, line, column, Written(in reader), [], []),
            JsonTokenType.False => new(JsonValueKind.False, line, column, Written(in reader), [], []),
            _ => new(JsonValueKind.Null, line, column, "null", [], []),
        };
    }

    private static List<JsonMember> Members(ref Utf8JsonReader reader, ReadOnlySpan<byte> text)
    {
        var members = new List<JsonMember>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            var (line, column) = Where(in reader, text);
            reader.Read();
            members.Add(new(name, line, column, Value(ref reader, text)));
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

    private static (int Line, int Column) Where(in Utf8JsonReader reader, ReadOnlySpan<byte> text)
    {
        var before = text[..(int)reader.TokenStartIndex];
        var line = before[(before.LastIndexOf((byte)'\n') + 1)..];
        return (1 + before.Count((byte)'\n'), 1 + Encoding.UTF8.GetCharCount(line));
    }

    private static string Written(in Utf8JsonReader reader) => Encoding.UTF8.GetString(reader.ValueSpan);
}
