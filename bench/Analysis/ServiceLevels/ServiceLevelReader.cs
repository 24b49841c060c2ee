using System.Globalization;
using System.Text.RegularExpressions;
using Bench.Analysis.Words;

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

    private readonly TextCursor _cursor = new(text);

    /// <summary>The objectives, each with the column that it begins at.</summary>
    /// <exception cref="FormatException">What stands at a column is not what was expected there.</exception>
    public List<(int Column, ServiceLevelObjective Objective)> Read()
    {
        var objectives = new List<(int, ServiceLevelObjective)>();
        do
        {
            _cursor.SkipBlanks();
            objectives.Add((_cursor.Column, Objective()));
            _cursor.SkipBlanks();
        } while (_cursor.TryTake(","));

        return _cursor.IsAtEnd ? objectives : throw _cursor.Wrong("a comma or the end");
    }

    private ServiceLevelObjective Objective()
    {
        var start = _cursor.At;
        var name = _cursor.Peek(Word());
        var (_, metric, quantity) = Quantity.All.FirstOrDefault(item => item.Name == name);
        if (metric is null)
        {
            throw _cursor.Wrong($"one of {Names(Quantity.All.Select(item => item.Name))}");
        }

        _cursor.Take(name);
        var relation = ReadRelation(name, quantity);
        var threshold = ReadNumber() * ReadUnit(quantity);
        return new(
            metric,
            relation,
            threshold,
            _cursor.Since(start).Replace(" ", "", StringComparison.Ordinal)
        );
    }

    private Relation ReadRelation(string name, Quantity quantity)
    {
        _cursor.SkipBlanks();
        var expected = quantity.TakesLowerBound ? "<, <=, > or >=" : "< or <=";
        var start = _cursor.At;
        var found = s_relations.FirstOrDefault(item => _cursor.TryTake(item.Text));
        if (
            found.Text is null
            || (found.Relation is Relation.Above or Relation.AtLeast && !quantity.TakesLowerBound)
        )
        {
            _cursor.GoBackTo(start);
            throw _cursor.Wrong($"{expected} after {name}");
        }

        return found.Relation;
    }

    private double ReadNumber()
    {
        _cursor.SkipBlanks();
        var digits = _cursor.Peek(Number());
        if (digits.Length == 0)
        {
            throw _cursor.Wrong("a number such as 100 or 0.1");
        }

        _cursor.Take(digits);
        return double.Parse(digits, CultureInfo.InvariantCulture);
    }

    private double ReadUnit(Quantity quantity)
    {
        _cursor.SkipBlanks();
        var word = _cursor.Peek(UnitWord());
        var (name, size) = quantity.Units.FirstOrDefault(unit => unit.Name == word);
        if (name is null)
        {
            throw _cursor.Wrong($"a unit: {Names(quantity.Units.Select(unit => unit.Name))}");
        }

        _cursor.Take(word);
        return size;
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
}
