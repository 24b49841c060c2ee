using Bench.Results;
using Bench.Results.Json;

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
        var source = new JsonSource(file);
        var fields = new JsonFields(
            source,
            "the claim",
            source.Read(utf8),
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
            [.. fields.ListOrEmpty("parts").Select(place => new ClaimPartReader(source, place).Read())],
            file
        );
        if (claim.Parts.Count == 0)
        {
            throw fields.Wrong(fields.Of("parts"), "the claim has no 'parts'");
        }

        ClaimContradictions.Check(claim);
        return claim;
    }

    private static string HoldsWhen(JsonFields fields)
    {
        var word = fields.TextOrNull("holdsWhen") ?? AllParts;
        return word is Any or AllParts
            ? word
            : throw fields.Wrong(
                fields.Of("holdsWhen"),
                $"unknown 'holdsWhen' '{word}'; {JsonFields.ThereAre([AllParts, Any])}"
            );
    }
}
