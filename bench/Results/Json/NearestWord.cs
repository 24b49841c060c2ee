namespace Bench.Results.Json;

/// <summary>What somebody who mistyped a word may have meant.</summary>
public static class NearestWord
{
    /// <summary>The known word with the fewest changes of a letter, or null when none has few enough: at most one in three.</summary>
    public static string? To(string word, IEnumerable<string> known)
    {
        ArgumentNullException.ThrowIfNull(word);
        ArgumentNullException.ThrowIfNull(known);
        var (nearest, changes) = known
            .Select(candidate => (candidate, Changes: Changes(Lower(word), Lower(candidate))))
            .DefaultIfEmpty(("", int.MaxValue))
            .MinBy(pair => pair.Item2);
        return changes <= Math.Max(1, word.Length / 3) ? nearest : null;
    }

    /// <summary><c>; did you mean 'x'?</c>, or nothing.</summary>
    public static string Hint(string word, IEnumerable<string> known) =>
        To(word, known) is { } nearest ? $"; did you mean '{nearest}'?" : "";

    private static string Lower(string word) => word.ToLowerInvariant();

    // Levenshtein: letters put in, left out or exchanged.
    private static int Changes(string one, string other)
    {
        int[] row = [.. Enumerable.Range(0, other.Length + 1)];
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var exchanged = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(exchanged, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[^1];
    }
}
