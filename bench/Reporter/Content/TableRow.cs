namespace Bench.Reporter.Content;

/// <summary>One row: its name and the cells beside it; a single cell spans all columns.</summary>
internal sealed record TableRow(string Name, IReadOnlyList<Cell> Cells)
{
    /// <summary>Where its name leads; empty for nowhere.</summary>
    public string Link { get; init; } = "";

    public bool Spans => Cells.Count == 1;
}
