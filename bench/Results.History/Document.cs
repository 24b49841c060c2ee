using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Bench.Results.History;

/// <summary>JSON compressed by Brotli, as a column keeps it: a tenth of the text where samples stand together.</summary>
internal static class Document
{
    public static byte[] Of<T>(T value, JsonTypeInfo<T> type)
    {
        using var bytes = new MemoryStream();
        using (var compressed = new BrotliStream(bytes, CompressionLevel.Optimal))
        {
            JsonSerializer.Serialize(compressed, value, type);
        }

        return bytes.ToArray();
    }

    /// <param name="bytes">What <see cref="Of"/> gave.</param>
    /// <param name="type">Its type.</param>
    /// <param name="what">What it is and where, for a reader.</param>
    /// <exception cref="ResultsException">It is damaged.</exception>
    public static T Read<T>(byte[] bytes, JsonTypeInfo<T> type, string what)
    {
        try
        {
            using var compressed = new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress);
            return JsonSerializer.Deserialize(compressed, type)
                ?? throw new JsonException("the document is null");
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or IOException)
        {
            throw new ResultsException(
                $"{what} is damaged ({error.Message.Split('\n')[0]}); restore the history from an export or a copy",
                error
            );
        }
    }
}
