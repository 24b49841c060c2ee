using System.Globalization;
using System.Text.Json;
using Bench.Measurement.Hosting;
using Bench.Results;

namespace Bench.RuntimeLanes;

/// <summary>A message of a runtime's process.</summary>
/// <param name="runtime">The runtime's name.</param>
/// <param name="fields">The message.</param>
public sealed class Answer(string runtime, JsonElement fields)
{
    /// <summary>What kind of message it is.</summary>
    public string Type => Text("type");

    /// <exception cref="LaneFailureException">There is no such text.</exception>
    public string Text(string name) =>
        Find(name) is { ValueKind: JsonValueKind.String } text
            ? text.GetString()!
            : throw Lacks("text", name);

    /// <exception cref="LaneFailureException">There is no such whole number.</exception>
    public long Number(string name) =>
        Find(name) is { } field && TryNumber(field, out var number) ? number : throw Lacks("number", name);

    /// <summary>A whole number; null when it is not told.</summary>
    /// <exception cref="LaneFailureException">It is told and is none.</exception>
    public long? NumberIfTold(string name) => Find(name) is null ? null : Number(name);

    /// <summary>A number of 64 bits without a sign, which is told as text.</summary>
    /// <exception cref="LaneFailureException">There is no such number.</exception>
    public ulong Bits(string name) =>
        ulong.TryParse(Text(name), CultureInfo.InvariantCulture, out var bits)
            ? bits
            : throw Lacks("number of 64 bits", name);

    /// <exception cref="LaneFailureException">There is no such list of whole numbers.</exception>
    public IReadOnlyList<long> Numbers(string name) =>
        [
            .. Items(name, "list of numbers")
                .Select(item =>
                    TryNumber(item, out var number) ? number : throw Lacks("list of numbers", name)
                ),
        ];

    /// <exception cref="LaneFailureException">There is no such list of pairs of whole numbers.</exception>
    public IReadOnlyList<(long First, long Second)> Pairs(string name) =>
        [
            .. Items(name, "list of pairs")
                .Select(item =>
                    item.ValueKind == JsonValueKind.Array
                    && item.GetArrayLength() == 2
                    && TryNumber(item[0], out var first)
                    && TryNumber(item[1], out var second)
                        ? (first, second)
                        : throw Lacks("list of pairs", name)
                ),
        ];

    private JsonElement.ArrayEnumerator Items(string name, string what) =>
        Find(name) is { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray()
            : throw Lacks(what, name);

    private JsonElement? Find(string name) =>
        fields.TryGetProperty(name, out var field) && field.ValueKind != JsonValueKind.Null ? field : null;

    private static bool TryNumber(JsonElement field, out long number)
    {
        number = 0;
        return field.ValueKind == JsonValueKind.Number && field.TryGetInt64(out number);
    }

    private LaneFailureException Lacks(string what, string name) =>
        new(
            SampleStatus.Crashed,
            $"{runtime}: the message '{(name == "type" ? "?" : Type)}' has no {what} '{name}'; {RuntimeProcess.SeeProtocol}"
        );
}
