using System.Text;
using System.Text.Json;

namespace Bench.Results.Json;

/// <summary>A JSON file that a user wrote: what is wrong with it is told in one line that names the place.</summary>
/// <param name="File">Its name as errors show it.</param>
/// <param name="TellsColumns">Errors name the column beside the line.</param>
public sealed record JsonSource(string File, bool TellsColumns = false)
{
    /// <summary>The whole file.</summary>
    /// <param name="utf8">What it holds; comments and trailing commas are allowed.</param>
    /// <exception cref="ResultsException">It is no JSON.</exception>
    public JsonPlace Read(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return JsonPlaces.Read(utf8);
        }
        catch (JsonException error)
        {
            var what = error.Message.Split(" LineNumber:")[0].ReplaceLineEndings(" ");
            var (line, bytes) = ((int)(error.LineNumber ?? 0), (int)(error.BytePositionInLine ?? 0));
            throw new ResultsException(
                $"{Place(line + 1, Column(utf8, line, bytes))}: not JSON: {what}",
                error
            );
        }
        catch (InvalidOperationException error)
        {
            throw new ResultsException($"{Place(1, 1)}: not UTF-8 text", error);
        }
    }

    /// <summary>Something is wrong at a value.</summary>
    public ResultsException Wrong(JsonPlace place, string what)
    {
        ArgumentNullException.ThrowIfNull(place);
        return Wrong(place.Line, place.Column, what);
    }

    /// <summary>Something is wrong at a place.</summary>
    public ResultsException Wrong(int line, int column, string what) => new($"{Place(line, column)}: {what}");

    private static int Column(ReadOnlySpan<byte> utf8, int line, int bytes)
    {
        for (; line > 0; line--)
        {
            utf8 = utf8[(utf8.IndexOf((byte)'\n') + 1)..];
        }

        return 1 + Encoding.UTF8.GetCharCount(utf8[..Math.Min(bytes, utf8.Length)]);
    }

    /// <summary><c>file:line</c>, or <c>file:line:column</c>.</summary>
    public string Place(int line, int column) => TellsColumns ? $"{File}:{line}:{column}" : $"{File}:{line}";
}
