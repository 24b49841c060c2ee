using System.Globalization;
using System.Text.Json;
using Bench.Results;
using Bench.Results.Json;

namespace Bench.Cli.Scenarios;

/// <summary>A part of a scenario file: its numbers within their ranges and its words, each with what it is without them.</summary>
/// <param name="fields">The part.</param>
internal sealed class ScenarioFields(JsonFields fields)
{
    private const double MicrosecondsPerMillisecond = 1_000;

    public bool Has(string name) => fields.Has(name);

    public JsonPlace Of(string name) => fields.Of(name);

    public string? Title(string name) => fields.TextOrNull(name);

    /// <summary>A whole number within a range that must be there.</summary>
    /// <exception cref="ResultsException">It is missing, no whole number or out of range.</exception>
    public int Whole(string name, int least, int most) =>
        fields.Has(name) ? Whole(name, least, least, most) : throw Missing(name, WholeForm(least, most));

    /// <summary>A whole number within a range, or what it is without the field.</summary>
    /// <exception cref="ResultsException">It is no whole number or out of range.</exception>
    public int Whole(string name, int without, int least, int most)
    {
        if (!fields.Has(name))
        {
            return without;
        }

        var place = fields.Of(name);
        return
            place.Kind == JsonValueKind.Number
            && decimal.TryParse(place.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number == Math.Truncate(number)
            && number >= least
            && number <= most
            ? (int)number
            : throw fields.Wrong(place, $"'{name}' must be {WholeForm(least, most)}, not {Written(place)}");
    }

    /// <summary>A time that must be there, in µs; fractions of a millisecond are allowed.</summary>
    /// <exception cref="ResultsException">It is missing, no number or out of range.</exception>
    public int Microseconds(string name, int mostMilliseconds)
    {
        var form = string.Create(
            CultureInfo.InvariantCulture,
            $"a number of milliseconds from 0.001 to {mostMilliseconds:#,0}, such as 2.5"
        );
        if (!fields.Has(name))
        {
            throw Missing(name, form);
        }

        var place = fields.Of(name);
        return
            place.Kind == JsonValueKind.Number
            && double.TryParse(place.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number >= 1 / MicrosecondsPerMillisecond
            && number <= mostMilliseconds
            ? (int)Math.Round(number * MicrosecondsPerMillisecond)
            : throw fields.Wrong(place, $"'{name}' must be {form}, not {Written(place)}");
    }

    /// <summary>One of the words of an enumeration, or what it is without the field; without that it must be there.</summary>
    /// <exception cref="ResultsException">It is missing, or none of the words.</exception>
    public T Word<T>(string name, T? without = null)
        where T : struct, Enum
    {
        var words = Enum.GetValues<T>().ToDictionary(value => value.ToString().ToLowerInvariant());
        var form = $"one of {string.Join(", ", words.Keys.Select(word => $"\"{word}\""))}";
        if (!fields.Has(name))
        {
            return without ?? throw Missing(name, form);
        }

        var place = fields.Of(name);
        return place.Kind == JsonValueKind.String && words.TryGetValue(place.Text, out var found)
            ? found
            : throw fields.Wrong(
                place,
                $"'{name}' must be {form}, not {Written(place)}{NearestWord.Hint(place.Text, words.Keys)}"
            );
    }

    /// <summary>A field that says nothing here.</summary>
    /// <exception cref="ResultsException">It is there.</exception>
    public void Refuse(string name, string why)
    {
        if (fields.Has(name))
        {
            throw fields.Wrong(fields.Of(name), $"'{name}' {why}");
        }
    }

    public ResultsException Wrong(string name, string what) => fields.Wrong(fields.Of(name), what);

    private ResultsException Missing(string name, string form) =>
        fields.Wrong(fields.Place, $"'{name}' is missing: it must be {form}");

    private static string WholeForm(int least, int most) =>
        string.Create(CultureInfo.InvariantCulture, $"a whole number from {least:#,0} to {most:#,0}");

    private static string Written(JsonPlace place) =>
        place.Kind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "a list",
            JsonValueKind.String => $"\"{place.Text}\"",
            _ => place.Text,
        };
}
