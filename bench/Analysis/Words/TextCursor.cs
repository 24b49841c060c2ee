using System.Text.RegularExpressions;

namespace Bench.Analysis.Words;

/// <summary>Reads a short text from left to right and says at which column it went wrong.</summary>
internal sealed partial class TextCursor(string text)
{
    /// <summary>Characters read so far.</summary>
    public int At { get; private set; }

    /// <summary>The column of the next character, from 1.</summary>
    public int Column => At + 1;

    public bool IsAtEnd => At == text.Length;

    public void SkipBlanks()
    {
        while (!IsAtEnd && text[At] == ' ')
        {
            At++;
        }
    }

    /// <summary>Reads a token, or nothing when another stands here.</summary>
    public bool TryTake(string token)
    {
        if (!text.AsSpan(At).StartsWith(token, StringComparison.Ordinal))
        {
            return false;
        }

        At += token.Length;
        return true;
    }

    /// <summary>What an expression that is anchored by <c>\G</c> matches here; nothing is read.</summary>
    public string Peek(Regex expression) => expression.Match(text, At).Value;

    /// <summary>Reads what was peeked at.</summary>
    public void Take(string peeked) => At += peeked.Length;

    public void GoBackTo(int at) => At = at;

    /// <summary>What has been read since a place.</summary>
    public string Since(int at) => text[at..At];

    /// <summary>Something else stands here than was expected.</summary>
    public FormatException Wrong(string expected)
    {
        var word = Peek(UpToComma()).Trim();
        var found =
            IsAtEnd ? "the end"
            : word.Length > 0 ? $"'{word}'"
            : char.IsControl(text[At]) ? "an unprintable character"
            : $"'{text[At]}'";
        return new($"column {Column}: expected {expected}, found {found}");
    }

    [GeneratedRegex(@"\G[^,\p{Cc}]{0,30}")]
    private static partial Regex UpToComma();
}
