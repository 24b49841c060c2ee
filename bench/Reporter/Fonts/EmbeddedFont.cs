namespace Bench.Reporter.Fonts;

/// <summary>Whether charts can be lettered on this machine.</summary>
public static class EmbeddedFont
{
    private const float Size = 12;

    /// <summary>The font's name, when the one that is shipped draws text here; null when it does not.</summary>
    public static string? Name => ChartFont.Measure("p99 µs", Size) > 0 ? ChartFont.Name : null;
}
