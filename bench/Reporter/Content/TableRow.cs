namespace Bench.Reporter.Content;

/// <summary>One row: its name and the cells beside it.</summary>
internal sealed record TableRow(string Name, IReadOnlyList<Cell> Cells);
