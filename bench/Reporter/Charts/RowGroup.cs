namespace Bench.Reporter.Charts;

/// <summary>Rows under one heading; an empty heading takes no room.</summary>
internal sealed record RowGroup(string Heading, IReadOnlyList<Row> Rows);
