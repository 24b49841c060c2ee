using System.Text.Json;

namespace Bench.Analysis.Claims;

/// <summary>A JSON value that knows its line.</summary>
/// <param name="Kind">Object, array, string, number, true, false or null.</param>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="Text">The text of a string; of other single values as written.</param>
/// <param name="Members">An object's members in order.</param>
/// <param name="Items">An array's elements.</param>
internal sealed record JsonPlace(
    JsonValueKind Kind,
    int Line,
    string Text,
    IReadOnlyList<(string Name, int Line, JsonPlace Value)> Members,
    IReadOnlyList<JsonPlace> Items
);
