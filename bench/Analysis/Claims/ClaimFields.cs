using System.Globalization;
using System.Text.Json;
using Bench.Results;

namespace Bench.Analysis.Claims;

/// <summary>An object of a claim file: its fields by name, each wrong one an error with its line.</summary>
internal sealed class ClaimFields
{
    private readonly string _file;
    private readonly string _what;
    private readonly Dictionary<string, JsonPlace> _fields = [];

    /// <exception cref="ResultsException">It is no object, or has a field that is unknown or there twice.</exception>
    public ClaimFields(string file, string what, JsonPlace place, params string[] known)
    {
        (_file, _what, Line) = (file, what, place.Line);
        if (place.Kind != JsonValueKind.Object)
        {
            throw Wrong(place.Line, $"{what} must be an object {{ … }}");
        }

        foreach (var (name, line, value) in place.Members)
        {
            if (known.Length > 0 && !known.Contains(name))
            {
                throw Wrong(line, $"unknown field '{name}' in {what}; {ClaimError.ThereAre(known)}");
            }

            if (!_fields.TryAdd(name, value))
            {
                throw Wrong(line, $"field '{name}' is there twice in {what}");
            }
        }
    }

    public int Line { get; }

    public IReadOnlyDictionary<string, JsonPlace> All => _fields;

    public bool Has(string name) => _fields.ContainsKey(name);

    /// <summary>The line of a field, or that of the object without it.</summary>
    public int LineOf(string name) => _fields.TryGetValue(name, out var field) ? field.Line : Line;

    public string Text(string name) => TextOrNull(name) ?? throw Missing(name);

    public string? TextOrNull(string name)
    {
        if (!_fields.TryGetValue(name, out var field))
        {
            return null;
        }

        return field.Kind == JsonValueKind.String && !string.IsNullOrWhiteSpace(field.Text)
            ? field.Text
            : throw Wrong(field.Line, $"'{name}' must be a text");
    }

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
            : throw Wrong(field.Line, $"'{name}' must be a number");
    }

    public bool Flag(string name)
    {
        if (!_fields.TryGetValue(name, out var field))
        {
            return false;
        }

        return field.Kind is JsonValueKind.True or JsonValueKind.False
            ? field.Kind == JsonValueKind.True
            : throw Wrong(field.Line, $"'{name}' must be true or false");
    }

    public IReadOnlyList<JsonPlace> ListOrEmpty(string name)
    {
        if (!_fields.TryGetValue(name, out var field))
        {
            return [];
        }

        return field.Kind == JsonValueKind.Array
            ? field.Items
            : throw Wrong(field.Line, $"'{name}' must be a list [ … ]");
    }

    /// <summary>The models of a list, of which there may be none.</summary>
    public IEnumerable<string> ModelsOrNone(string name) =>
        ListOrEmpty(name)
            .Select(place =>
                place.Kind == JsonValueKind.String
                    ? place.Text
                    : throw Wrong(place.Line, $"'{name}' must be a list of models")
            );

    public ResultsException Missing(string name) => Wrong(Line, $"{_what} has no '{name}'");

    public ResultsException Wrong(int line, string what) => ClaimError.At(_file, line, what);
}
