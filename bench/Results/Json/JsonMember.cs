namespace Bench.Results.Json;

/// <summary>A member of an object, with the place of its name.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="Column">Character of the line, from 1.</param>
/// <param name="Value">Its value.</param>
public sealed record JsonMember(string Name, int Line, int Column, JsonPlace Value);
