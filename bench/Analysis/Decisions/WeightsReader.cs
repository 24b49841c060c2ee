using System.Globalization;
using System.Text.RegularExpressions;
using Bench.Analysis.Words;

namespace Bench.Analysis.Decisions;

/// <summary>Reads weights from left to right and says at which column it went wrong.</summary>
internal sealed partial class WeightsReader(string text)
{
    private readonly Dictionary<string, double> _weights = [];
    private readonly TextCursor _cursor = new(text);

    /// <exception cref="FormatException">What stands at a column is not what was expected there.</exception>
    public Weights Read()
    {
        do
        {
            ReadOne();
        } while (TryTake(","));

        if (!_cursor.IsAtEnd)
        {
            throw _cursor.Wrong("a comma or the end");
        }

        return _weights.Values.Any(weight => weight > 0)
            ? new(_weights)
            : throw new FormatException("at least one weight must be above 0");
    }

    private void ReadOne()
    {
        _cursor.SkipBlanks();
        var name = _cursor.Peek(Word());
        if (!Criterion.Ids.Contains(name))
        {
            throw _cursor.Wrong($"one of {string.Join(", ", Criterion.Ids)}");
        }

        var column = _cursor.Column;
        _cursor.Take(name);
        if (!TryTake("="))
        {
            throw _cursor.Wrong($"= after {name}");
        }

        if (!_weights.TryAdd(name, ReadNumber()))
        {
            throw new FormatException($"column {column}: {name} has a weight already");
        }

        _cursor.SkipBlanks();
    }

    private double ReadNumber()
    {
        _cursor.SkipBlanks();
        var digits = _cursor.Peek(Number());
        if (digits.Length == 0)
        {
            throw _cursor.Wrong("a number from 0 to 999999, such as 2 or 0.5");
        }

        _cursor.Take(digits);
        return double.Parse(digits, CultureInfo.InvariantCulture);
    }

    private bool TryTake(string token)
    {
        _cursor.SkipBlanks();
        return _cursor.TryTake(token);
    }

    [GeneratedRegex(@"\G[a-z]*")]
    private static partial Regex Word();

    [GeneratedRegex(@"\G[0-9]{1,6}(\.[0-9]{1,6})?(?![0-9])")]
    private static partial Regex Number();
}
