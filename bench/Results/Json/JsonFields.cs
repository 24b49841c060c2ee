using System.Globalization;
using System.Text.Json;

namespace Bench.Results.Json;

/// <summary>An object of a file that a user wrote: its fields by name, each wrong one an error with its place.</summary>
public sealed class JsonFields
{
    private readonly JsonSource _source;
    private readonly string _what;
    private readonly Dictionary<string, JsonPlace> _fields = [];

    /// <param name="source">The file.</param>
    /// <param name="what">What the object is, as errors say it.</param>
    /// <param name="place">The object.</param>
    /// <param name="known">Its fields; without any, all are allowed.</param>
    /// <exception cref="ResultsException">It is no object, or has a field that is unknown or there twice.</exception>
    public JsonFields(JsonSource source, string what, JsonPlace place, params string[] known)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(place);
        ArgumentNullException.ThrowIfNull(known);
        (_source, _what, Place) = (source, what, place);
        if (place.Kind != JsonValueKind.Object)
        {
            throw Wrong(place, $"{what} must be an object {{ … }}");
        }

        foreach (var (name, line, column, value) in place.Members)
        {
            if (known.Length > 0 && !known.Contains(name))
            {
                throw source.Wrong(
                    line,
                    column,
                    $"unknown field '{name}' in {what}; {ThereAre(known)}{NearestWord.Hint(name, known)}"
                );
            }

            if (!_fields.TryAdd(name, value))
            {
                throw source.Wrong(line, column, $"field '{name}' is there twice in {what}");
            }
        }
    }

    /// <summary>The object.</summary>
    public JsonPlace Place { get; }

    /// <summary>Line of the object, from 1.</summary>
    public int Line => Place.Line;

    /// <summary>The fields by name.</summary>
    public IReadOnlyDictionary<string, JsonPlace> All => _fields;

    /// <summary><c>there are: a, b, c</c>.</summary>
    public static string ThereAre(IEnumerable<string> known) => $"there are: {string.Join(", ", known)}";

    /// <summary>True when the field is there.</summary>
    public bool Has(string name) => _fields.ContainsKey(name);

    /// <summary>A field's value, or the object without it.</summary>
    public JsonPlace Of(string name) => _fields.GetValueOrDefault(name, Place);

    /// <summary>The line of a field, or that of the object without it.</summary>
    public int LineOf(string name) => Of(name).Line;

    /// <summary>A text that must be there.</summary>
    /// <exception cref="ResultsException">It is not, or is empty.</exception>
    public string Text(string name) => TextOrNull(name) ?? throw Missing(name);

    /// <summary>A text, or null without it.</summary>
    /// <exception cref="ResultsException">It is another value, or empty.</exception>
    public string? TextOrNull(string name)
    {
        if (!_fields.TryGetValue(name, out var field))
        {
            return null;
        }

        return field.Kind == JsonValueKind.String && !string.IsNullOrWhiteSpace(field.Text)
            ? field.Text
            : throw Wrong(field, $"'{name}' must be a text");
    }

    /// <summary>A number, or null without it.</summary>
    /// <exception cref="ResultsException">It is another value.</exception>
    public double? NumberOrNull(string name)
    {
        if (!_fields.TryGetValue(name, out var field))
        {
            return null;
        }

        return
            field.Kind == JsonValueKind.Number
            && double.TryParse(field.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number)
            ? number
            : throw Wrong(field, $"'{name}' must be a number");
    }

    /// <summary>True or false; false without it.</summary>
    /// <exception cref="ResultsException">It is another value.</exception>
    public bool Flag(string name)
    {
        if (!_fields.TryGetValue(name, out var field))
        {
            return false;
        }

        return field.Kind is JsonValueKind.True or JsonValueKind.False
            ? field.Kind == JsonValueKind.True
            : throw Wrong(field, $"'{name}' must be true or false");
    }

    /// <summary>A list; empty without it.</summary>
    /// <exception cref="ResultsException">It is another value.</exception>
    public IReadOnlyList<JsonPlace> ListOrEmpty(string name)
    {
        if (!_fields.TryGetValue(name, out var field))
        {
            return [];
        }

        return field.Kind == JsonValueKind.Array
            ? field.Items
            : throw Wrong(field, $"'{name}' must be a list [ … ]");
    }

    /// <summary>The texts of a list, of which there may be none.</summary>
    /// <param name="name">The field.</param>
    /// <param name="what">What the texts are, as errors say it.</param>
    public IEnumerable<string> TextsOrNone(string name, string what) =>
        ListOrEmpty(name)
            .Select(place =>
                place.Kind == JsonValueKind.String
                    ? place.Text
                    : throw Wrong(place, $"'{name}' must be a list of {what}")
            );

    /// <summary>A field that must be there is not.</summary>
    public ResultsException Missing(string name) => Wrong(Place, $"{_what} has no '{name}'");

    /// <summary>Something is wrong at a value of the object.</summary>
    public ResultsException Wrong(JsonPlace place, string what) => _source.Wrong(place, what);
}
