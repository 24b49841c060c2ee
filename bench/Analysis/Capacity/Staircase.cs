namespace Bench.Analysis.Capacity;

/// <summary>
/// Up after a success, down after a miss. The step doubles after two moves the same way and halves at each turn, down to
/// one rung (parameter estimation by sequential testing: M. M. Taylor and C. D. Creelman, J. Acoust. Soc. Am. 41 (1967) 782):
/// a start that is far off costs few launches.
/// </summary>
internal static class Staircase
{
    /// <summary>The next rung.</summary>
    /// <param name="moves">Rung and outcome of the trials so far.</param>
    /// <param name="start">The first rung.</param>
    public static int Next(IReadOnlyList<(int Rung, bool Up)> moves, int start) =>
        moves.Count == 0 ? start : moves[^1].Rung + (moves[^1].Up ? 1 : -1) * Steps(moves)[^1].Step;

    /// <summary>The first move of the stretch in which it goes rung by rung about one place; null before it does.</summary>
    public static int? SettledFrom(IReadOnlyList<(int Rung, bool Up)> moves)
    {
        var steps = Steps(moves);
        var first = steps.FindIndex(item => item is { HasTurned: true, Step: 1 });
        return first < 0 ? null : first - 1;
    }

    private static List<(int Step, bool HasTurned)> Steps(IReadOnlyList<(int Rung, bool Up)> moves)
    {
        var (step, alike, hasTurned) = (1, 0, false);
        var steps = new List<(int, bool)>();
        for (var i = 0; i < moves.Count; i++)
        {
            var turned = i > 0 && moves[i].Up != moves[i - 1].Up;
            hasTurned |= turned;
            alike = turned || i == 0 ? 0 : alike + 1;
            step =
                turned ? Math.Max(1, step / 2)
                : alike >= 2 ? step * 2
                : step;
            steps.Add((step, hasTurned));
        }

        return steps;
    }
}
