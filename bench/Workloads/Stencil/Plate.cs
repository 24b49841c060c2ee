using Bench.Measurement;

namespace Bench.Workloads;

/// <summary>
/// A plate of cells with their temperatures. Above its first row it is hot, below its last row cold, and its side
/// columns keep what they have.
/// </summary>
/// <param name="Rows">Rows.</param>
/// <param name="Columns">Cells of a row.</param>
/// <param name="Cells">Temperatures, row by row.</param>
public sealed record Plate(int Rows, int Columns, double[] Cells)
{
    /// <summary>Temperature above the first row.</summary>
    public const double Hot = 1;

    /// <summary>Temperature below the last row.</summary>
    public const double Cold = 0;

    /// <summary>A plate with seeded temperatures between cold and hot.</summary>
    public static Plate Draw(ulong seed, int number, StencilParameters parameters)
    {
        var random = SplitMix64.For(seed, number);
        var cells = new double[parameters.Rows * parameters.Columns];
        for (var cell = 0; cell < cells.Length; cell++)
        {
            cells[cell] = random.NextDouble();
        }

        return new(parameters.Rows, parameters.Columns, cells);
    }

    /// <summary>
    /// The sequential oracle: cell by cell, without blocks or vectors. Each cell is (west + east) + (above + below),
    /// times a quarter, in this order, so that the result is the same to the last bit however it is computed.
    /// </summary>
    public Plate After(int sweeps)
    {
        var (from, to) = ((double[])Cells.Clone(), (double[])Cells.Clone());
        for (var sweep = 0; sweep < sweeps; sweep++)
        {
            Sweep(from, to);
            (from, to) = (to, from);
        }

        return this with
        {
            Cells = from,
        };
    }

    private void Sweep(double[] from, double[] to)
    {
        for (var row = 0; row < Rows; row++)
        {
            for (var cell = (row * Columns) + 1; cell < ((row + 1) * Columns) - 1; cell++)
            {
                var above = row == 0 ? Hot : from[cell - Columns];
                var below = row == Rows - 1 ? Cold : from[cell + Columns];
                to[cell] = (from[cell - 1] + from[cell + 1] + (above + below)) * 0.25;
            }
        }
    }
}
