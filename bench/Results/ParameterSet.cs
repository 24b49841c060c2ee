using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Bench.Results;

/// <summary>
/// An immutable, name-ordered set of case parameters. Names are camelCase and carry their unit
/// (<c>thinkMilliseconds</c>); values are kept as invariant text so that they compare and print exactly.
/// </summary>
[JsonConverter(typeof(ParameterSetConverter))]
[SuppressMessage("Naming", "CA1710", Justification = "a set of parameters is the domain's word")]
public sealed class ParameterSet : IReadOnlyCollection<KeyValuePair<string, string>>, IEquatable<ParameterSet>
{
    private readonly KeyValuePair<string, string>[] _items;

    public ParameterSet(IEnumerable<KeyValuePair<string, string>> items) =>
        _items = [.. items.OrderBy(item => item.Key, StringComparer.Ordinal)];

    public static ParameterSet Empty { get; } = new([]);

    public int Count => _items.Length;

    /// <summary>The value of a parameter, or null when the set has none of that name.</summary>
    public string? this[string name] =>
        _items.FirstOrDefault(item => string.Equals(item.Key, name, StringComparison.Ordinal)).Value;

    /// <summary>The numeric value of a parameter, or null when it is absent or not a number.</summary>
    public double? Number(string name) =>
        double.TryParse(this[name], NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>Those of the parameters that have another value in at least one of the others.</summary>
    public ParameterSet VaryingAmong(IEnumerable<ParameterSet> others)
    {
        var all = others.ToList();
        return new(_items.Where(item => all.Exists(other => other[item.Key] != item.Value)));
    }

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() =>
        ((IEnumerable<KeyValuePair<string, string>>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();

    public bool Equals(ParameterSet? other) => other is not null && _items.SequenceEqual(other._items);

    public override bool Equals(object? obj) => Equals(obj as ParameterSet);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());

    /// <summary><c>name=value,name=value</c> in name order: the form used in case ids.</summary>
    public override string ToString() => string.Join(',', _items.Select(item => $"{item.Key}={item.Value}"));
}
