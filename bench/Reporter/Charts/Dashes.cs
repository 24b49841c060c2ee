namespace Bench.Reporter.Charts;

/// <summary>How a line is dashed.</summary>
/// <param name="Length">Pixels of a dash.</param>
/// <param name="Gap">Pixels between two.</param>
internal readonly record struct Dashes(float Length, float Gap)
{
    public static Dashes None { get; } = new(float.MaxValue, 0);
    public static Dashes Long { get; } = new(10, 6);
    public static Dashes Short { get; } = new(5, 4);
    public static Dashes Dots { get; } = new(2, 4);
}
