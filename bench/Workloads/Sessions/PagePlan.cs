namespace Bench.Workloads;

/// <summary>
/// What a page is made of: the user first, then everything that only the user must be known for, then what puts it
/// all together. Parts are numbered so that each comes after what it needs.
/// </summary>
public sealed class PagePlan
{
    private readonly int[][] _needs;
    private readonly int[][] _neededBy;

    /// <param name="parts">Number of parts, at least 3.</param>
    public PagePlan(int parts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(parts, 3);
        var sideBySide = Enumerable.Range(1, parts - 2).ToArray();
        _needs =
        [
            [],
            .. sideBySide.Select(_ => new[] { First }),
            sideBySide,
        ];
        _neededBy = [sideBySide, .. sideBySide.Select(_ => new[] { Last }), []];
    }

    /// <summary>The part that needs no other.</summary>
    public static int First => 0;

    /// <summary>The part that is slower than the others.</summary>
    public static int Slow => 1;

    /// <summary>The part that no other needs: with it the page is done.</summary>
    public int Last => _needs.Length - 1;

    /// <summary>Number of parts.</summary>
    public int Parts => _needs.Length;

    /// <summary>The parts that must be known before a part can be asked for.</summary>
    public IReadOnlyList<int> Needs(int part) => _needs[part];

    /// <summary>The parts that need a part.</summary>
    public IReadOnlyList<int> NeededBy(int part) => _neededBy[part];
}
