using System.Numerics;
using System.Runtime.InteropServices;

namespace Bench.Workloads;

/// <summary>
/// A band of the plate's rows, before and after a sweep. One unit at a time computes it; meanwhile the neighbours' units
/// may read the rows of the sweep before, which is the reason for the barrier.
/// </summary>
public sealed class StencilBlock
{
    private const int NotLoaded = -1;
    private readonly double[][] _states;
    private readonly int _firstRow;
    private readonly int _rows;
    private readonly int _columns;
    private int _sweeps = NotLoaded;
    private long _faults;

    /// <param name="firstRow">The plate's row that the block begins with.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="columns">Cells of a row.</param>
    internal StencilBlock(int firstRow, int rows, int columns)
    {
        (_firstRow, _rows, _columns) = (firstRow, rows, columns);
        _states = [new double[rows * columns], new double[rows * columns]];
    }

    /// <summary>Sweeps out of turn, and rows read of a neighbour that was not there yet or had gone on.</summary>
    internal long Faults => Volatile.Read(ref _faults);

    /// <summary>Takes its rows of a plate: no sweep is done yet.</summary>
    public void Load(Plate plate)
    {
        var rows = plate.Cells.AsSpan(_firstRow * _columns, _rows * _columns);
        rows.CopyTo(_states[0]);
        for (var start = 0; start < rows.Length; start += _columns)
        {
            var end = start + _columns - 1;
            (_states[1][start], _states[1][end]) = (rows[start], rows[end]);
        }

        Volatile.Write(ref _sweeps, 0);
    }

    /// <summary>One sweep.</summary>
    /// <param name="sweep">Its number, from 1.</param>
    /// <param name="above">The row above the block after the sweep before.</param>
    /// <param name="below">The row below it.</param>
    public void Sweep(int sweep, ReadOnlySpan<double> above, ReadOnlySpan<double> below)
    {
        if (sweep != _sweeps + 1)
        {
            Interlocked.Increment(ref _faults);
        }

        for (var row = 0; row < _rows; row++)
        {
            Sweep(
                row == 0 ? above : Row(row - 1, sweep - 1),
                Row(row, sweep - 1),
                row == _rows - 1 ? below : Row(row + 1, sweep - 1),
                Row(row, sweep)
            );
        }

        Volatile.Write(ref _sweeps, sweep);
    }

    /// <summary>The first row after a number of sweeps, for the neighbour above: it stays until the sweep after next.</summary>
    public ReadOnlySpan<double> FirstRow(int sweeps) => Seen(0, sweeps);

    /// <summary>The last row after a number of sweeps, for the neighbour below: it stays until the sweep after next.</summary>
    public ReadOnlySpan<double> LastRow(int sweeps) => Seen(_rows - 1, sweeps);

    /// <summary>True when the block is, bit for bit, what the plate has in its rows.</summary>
    internal bool Holds(Plate plate, int sweeps) =>
        MemoryMarshal
            .AsBytes(_states[sweeps % 2].AsSpan())
            .SequenceEqual(MemoryMarshal.AsBytes(plate.Cells.AsSpan(_firstRow * _columns, _rows * _columns)));

    // Its unit may be a sweep ahead, which leaves the row alone, but no more and not behind.
    private ReadOnlySpan<double> Seen(int row, int sweeps)
    {
        var done = Volatile.Read(ref _sweeps);
        if (done != sweeps && done != sweeps + 1)
        {
            Interlocked.Increment(ref _faults);
        }

        return Row(row, sweeps);
    }

    private Span<double> Row(int row, int sweeps) => _states[sweeps % 2].AsSpan(row * _columns, _columns);

    private static void Sweep(
        ReadOnlySpan<double> above,
        ReadOnlySpan<double> row,
        ReadOnlySpan<double> below,
        Span<double> swept
    )
    {
        // Without checks of bounds, which cost as much as the sums: the slices have made sure once.
        ref var own = ref MemoryMarshal.GetReference(row);
        ref var upper = ref MemoryMarshal.GetReference(above[..row.Length]);
        ref var lower = ref MemoryMarshal.GetReference(below[..row.Length]);
        ref var result = ref MemoryMarshal.GetReference(swept[..row.Length]);
        var cell = 1;
        for (; cell <= row.Length - 1 - Vector<double>.Count; cell += Vector<double>.Count)
        {
            var at = (nuint)cell;
            var sides = Vector.LoadUnsafe(ref own, at - 1) + Vector.LoadUnsafe(ref own, at + 1);
            var others = Vector.LoadUnsafe(ref upper, at) + Vector.LoadUnsafe(ref lower, at);
            ((sides + others) * 0.25).StoreUnsafe(ref result, at);
        }

        for (; cell < row.Length - 1; cell++)
        {
            swept[cell] = (row[cell - 1] + row[cell + 1] + (above[cell] + below[cell])) * 0.25;
        }
    }
}
