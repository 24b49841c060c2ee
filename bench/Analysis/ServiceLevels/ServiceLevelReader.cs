using System.Globalization;
using System.Text.RegularExpressions;

namespace Bench.Analysis.ServiceLevels;

/// <summary>Reads objectives from left to right and says at which column it went wrong.</summary>
internal sealed partial class ServiceLevelReader(string text)
{
    private static readonly (string Text, Relation Relation)[] s_relations =
    [
        ("<=", Relation.AtMost),
        (">=", Relation.AtLeast),
        ("<", Relation.Below),
        (">", Relation.Above),
    ];

    private int _at;

    /// <summary>The objectives, each with the column that it begins at.</summary>
    /// <exception cref="FormatException">What stands at a column is not what was expected there.</exception>
    public List<(int Column, ServiceLevelObjective Objective)> Read()
    {
        var objectives = new List<(int, ServiceLevelObjective)>();
        do
        {
            SkipBlanks();
            objectives.Add((_at + 1, Objective()));
            SkipBlanks();
        } while (TryTake(","));

        return _at == text.Length ? objectives : throw Wrong("a comma or the end");
    }

    private ServiceLevelObjective Objective()
    {
        var start = _at;
        var name = Word().Match(text, _at).Value;
        var (_, metric, quantity) = Quantity.All.FirstOrDefault(item => item.Name == name);
        if (metric is null)
        {
            throw Wrong($"one of {Names(Quantity.All.Select(item => item.Name))}");
        }

        _at += name.Length;
        var relation = ReadRelation(name, quantity);
        var threshold = ReadNumber() * ReadUnit(quantity);
        return new(metric, relation, threshold, text[start.._at].Replace(" ", "", StringComparison.Ordinal));
    }

    private Relation ReadRelation(string name, Quantity quantity)
    {
        SkipBlanks();
        var expected = quantity.TakesLowerBound ? "<, <=, > or >=" : "< or <=";
        var start = _at;
        var found = s_relations.FirstOrDefault(item => TryTake(item.Text));
        if (
            found.Text is null
            || (found.Relation is Relation.Above or Relation.AtLeast && !quantity.TakesLowerBound)
        )
        {
            _at = start;
            throw Wrong($"{expected} after {name}");
        }

        return found.Relation;
    }

    private double ReadNumber()
    {
        SkipBlanks();
        var digits = Number().Match(text, _at).Value;
        if (digits.Length == 0)
        {
            throw Wrong("a number such as 100 or 0.1");
        }

        _at += digits.Length;
        return double.Parse(digits, CultureInfo.InvariantCulture);
    }

    private double ReadUnit(Quantity quantity)
    {
        SkipBlanks();
        var word = UnitWord().Match(text, _at).Value;
        var (name, size) = quantity.Units.FirstOrDefault(unit => unit.Name == word);
        if (name is null)
        {
            throw Wrong($"a unit: {Names(quantity.Units.Select(unit => unit.Name))}");
        }

        _at += word.Length;
        return size;
    }

    private bool TryTake(string token)
    {
        if (!text.AsSpan(_at).StartsWith(token, StringComparison.Ordinal))
        {
            return false;
        }

        _at += token.Length;
        return true;
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
            : char.IsControl(text[_at]) ? "an unprintable character"
            : $"'{text[_at]}'";
        return new($"column {_at + 1}: expected {expected}, found {found}");
    }

    private static string Names(IEnumerable<string> names)
    {
        string[] all = [.. names];
        return all.Length == 1 ? all[0] : $"{string.Join(", ", all[..^1])} or {all[^1]}";
    }

    [GeneratedRegex(@"\G[A-Za-z][A-Za-z0-9.]*")]
    private static partial Regex Word();

    [GeneratedRegex(@"\G[0-9]{1,15}(\.[0-9]{1,15})?")]
    private static partial Regex Number();

    [GeneratedRegex(@"\G[^\s,0-9]+")]
    private static partial Regex UnitWord();

    [GeneratedRegex(@"\G[^,\p{Cc}]{0,30}")]
    private static partial Regex UpToComma();
}
