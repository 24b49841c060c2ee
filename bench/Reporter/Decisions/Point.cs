namespace Bench.Reporter.Decisions;

/// <summary>A line of a list.</summary>
/// <param name="Lead">What it speaks of, set apart; empty for none.</param>
/// <param name="Text">What it says.</param>
internal sealed record Point(string Lead, string Text)
{
    public static Point Of(string text) => new("", text);
}
