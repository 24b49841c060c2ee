using System.Text.Json;

namespace Bench.Results.Json;

/// <summary>A JSON value that knows its place in the file.</summary>
/// <param name="Kind">Object, array, string, number, true, false or null.</param>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="Column">Character of the line, from 1.</param>
/// <param name="Text">The text of a string; of other single values as written.</param>
/// <param name="Members">An object's members in order.</param>
/// <param name="Items">An array's elements.</param>
public sealed record JsonPlace(
    JsonValueKind Kind,
    int Line,
    int Column,
    string Text,
    IReadOnlyList<JsonMember> Members,
    IReadOnlyList<JsonPlace> Items
);
