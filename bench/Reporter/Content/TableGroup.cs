namespace Bench.Reporter.Content;

/// <summary>Rows under one heading; an empty heading is not shown.</summary>
internal sealed record TableGroup(string Heading, IReadOnlyList<TableRow> Rows);
