using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Bench.Reporter.Words;

/// <summary>Names for files and anchors.</summary>
internal static partial class Slug
{
    private const int Longest = 80;

    /// <summary>Lower-case ASCII letters, digits and hyphens; a text that loses letters or length keeps apart by a hash.</summary>
    public static string Of(string text)
    {
        var words = Separators().Replace(text, "-").Trim('-').ToLowerInvariant();
        var plain =
            words.Length is > 0 and <= Longest && char.IsAsciiLetter(words[0]) && Plain().IsMatch(text);
        return plain ? words : $"c-{words[..Math.Min(words.Length, Longest)].Trim('-')}-{Hash(text)}";
    }

    private static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 4));

    [GeneratedRegex("[^A-Za-z0-9]+")]
    private static partial Regex Separators();

    [GeneratedRegex("^[A-Za-z0-9 ,=.-]*$")]
    private static partial Regex Plain();
}
