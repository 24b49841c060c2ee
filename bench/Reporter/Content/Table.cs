namespace Bench.Reporter.Content;

/// <summary>A table: the first column names its rows.</summary>
/// <param name="Caption">What it holds, and how to read it.</param>
/// <param name="Columns">Headings; numeric ones are aligned right.</param>
/// <param name="Groups">Rows under headings; a single group may have none.</param>
internal sealed record Table(string Caption, IReadOnlyList<Column> Columns, IReadOnlyList<TableGroup> Groups)
{
    public int Width => Columns.Count;

    /// <summary>Columns beside the rows' names.</summary>
    public int Span => Columns.Count - 1;

    public static Table Plain(string caption, IReadOnlyList<Column> columns, IReadOnlyList<TableRow> rows) =>
        new(caption, columns, [new("", rows)]);
}
