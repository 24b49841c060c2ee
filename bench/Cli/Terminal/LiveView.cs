using Bench.Measurement.Planning;
using Bench.Results;

namespace Bench.Cli.Terminal;

/// <summary>A terminal's view of a run, drawn again in its place between samples and never while one is taken.</summary>
internal sealed class LiveView(RunManifest manifest)
{
    private readonly RunMatrix _matrix = new(manifest);
    private int _drawn;

    /// <summary>True when the terminal can be drawn on and has room for all of it.</summary>
    public bool Fits =>
        Talk.IsInteractive
        && manifest.Capacity is null
        && _matrix.Height + 3 < Talk.Console.Profile.Height
        && _matrix.Width < Talk.Console.Profile.Width;

    /// <param name="status">The line below the matrix.</param>
    /// <param name="samples">All samples so far.</param>
    /// <param name="round">The round under way.</param>
    /// <param name="next">What is measured next; null when nothing is.</param>
    public void Draw(string status, IReadOnlyList<Sample> samples, int round, Launch? next)
    {
        string[] lines = [.. _matrix.Lines(samples, round, next), RunMatrix.Legend, status];
        Clear();
        foreach (var line in lines)
        {
            Console.Error.Write($"{line}\u001b[K\n");
        }

        _drawn = lines.Length;
    }

    /// <summary>Takes it away, so that lines can be written where it was.</summary>
    public void Clear()
    {
        if (_drawn > 0)
        {
            Console.Error.Write($"\u001b[{_drawn}A\r\u001b[J");
            _drawn = 0;
        }
    }
}
