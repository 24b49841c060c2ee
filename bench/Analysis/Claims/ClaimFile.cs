using System.Text.Json;
using Bench.Results;

namespace Bench.Analysis.Claims;

/// <summary>Reads one claim: JSON with comments, every field checked.</summary>
internal static class ClaimFile
{
    private const string Any = "any";
    private const string AllParts = "all";

    /// <param name="utf8">What the file holds.</param>
    /// <param name="file">Its name as errors show it.</param>
    /// <exception cref="ResultsException">Something is wrong; the message names file and line.</exception>
    public static Claim Read(ReadOnlySpan<byte> utf8, string file)
    {
        var fields = new ClaimFields(
            file,
            "the claim",
            Parse(utf8, file),
            "id",
            "system",
            "statement",
            "source",
            "note",
            "holdsWhen",
            "parts"
        );
        var claim = new Claim(
            fields.Text("id"),
            fields.Text("system"),
            fields.Text("statement"),
            fields.Text("source"),
            fields.Text("note"),
            HoldsWhen(fields) == Any,
            [.. fields.ListOrEmpty("parts").Select(place => new ClaimPartReader(file, place).Read())],
            file
        );
        if (claim.Parts.Count == 0)
        {
            throw fields.Wrong(fields.LineOf("parts"), "the claim has no 'parts'");
        }

        ClaimContradictions.Check(claim);
        return claim;
    }

    private static string HoldsWhen(ClaimFields fields)
    {
        var word = fields.TextOrNull("holdsWhen") ?? AllParts;
        return word is Any or AllParts
            ? word
            : throw fields.Wrong(
                fields.LineOf("holdsWhen"),
                $"unknown 'holdsWhen' '{word}'; {ClaimError.ThereAre([AllParts, Any])}"
            );
    }

    private static JsonPlace Parse(ReadOnlySpan<byte> utf8, string file)
    {
        try
        {
            return JsonPlaces.Read(utf8);
        }
        catch (JsonException error)
        {
            var what = error.Message.Split(" LineNumber:")[0].ReplaceLineEndings(" ");
            throw new ResultsException($"{file}:{error.LineNumber + 1}: not JSON: {what}", error);
        }
        catch (InvalidOperationException error)
        {
            throw new ResultsException($"{file}:1: not UTF-8 text", error);
        }
    }
}
