using System.Globalization;
using System.Text.RegularExpressions;

namespace Bench.Analysis.Decisions;

/// <summary>Reads weights from left to right and says at which column it went wrong.</summary>
internal sealed partial class WeightsReader(string text)
{
    private readonly Dictionary<string, double> _weights = [];
    private int _at;

    /// <exception cref="FormatException">What stands at a column is not what was expected there.</exception>
    public Weights Read()
    {
        do
        {
            ReadOne();
        } while (TryTake(','));

        if (_at < text.Length)
        {
            throw Wrong("a comma or the end");
        }

        return _weights.Values.Any(weight => weight > 0)
            ? new(_weights)
            : throw new FormatException("at least one weight must be above 0");
    }

    private void ReadOne()
    {
        SkipBlanks();
        var name = Word().Match(text, _at).Value;
        if (!Criterion.Ids.Contains(name))
        {
            throw Wrong($"one of {string.Join(", ", Criterion.Ids)}");
        }

        var start = _at;
        _at += name.Length;
        if (!TryTake('='))
        {
            throw Wrong($"= after {name}");
        }

        if (!_weights.TryAdd(name, ReadNumber()))
        {
            throw new FormatException($"column {start + 1}: {name} has a weight already");
        }

        SkipBlanks();
    }

    private double ReadNumber()
    {
        SkipBlanks();
        var digits = Number().Match(text, _at).Value;
        if (digits.Length == 0)
        {
            throw Wrong("a number from 0 to 999999, such as 2 or 0.5");
        }

        _at += digits.Length;
        return double.Parse(digits, CultureInfo.InvariantCulture);
    }

    private bool TryTake(char token)
    {
        SkipBlanks();
        var found = _at < text.Length && text[_at] == token;
        _at += found ? 1 : 0;
        return found;
    }

    private void SkipBlanks()
    {
        while (_at < text.Length && text[_at] == ' ')
        {
            _at++;
        }
    }

    private FormatException Wrong(string expected)
    {
        var word = UpToComma().Match(text, _at).Value.Trim();
        var found =
            _at == text.Length ? "the end"
            : word.Length > 0 ? $"'{word}'"
            : "an unprintable character or a comma";
        return new($"column {_at + 1}: expected {expected}, found {found}");
    }

    [GeneratedRegex(@"\G[a-z]*")]
    private static partial Regex Word();

    [GeneratedRegex(@"\G[0-9]{1,6}(\.[0-9]{1,6})?(?![0-9])")]
    private static partial Regex Number();

    [GeneratedRegex(@"\G[^,\p{Cc}]{0,30}")]
    private static partial Regex UpToComma();
}
