namespace Bench.Cli.Terminal;

/// <summary>Rows of a table under a line that says what they are about.</summary>
internal sealed record TableGroup(string Title, IReadOnlyList<IReadOnlyList<string>> Rows);
