namespace Bench.Analysis;

/// <summary>The smallest ratio that is shown to differ from 1 with a given chance.</summary>
/// <param name="Rounds">Rounds of the comparison.</param>
/// <param name="Chance">How probably it is shown, 0…1.</param>
/// <param name="Ratio">The ratio, above 1.</param>
/// <param name="Low">Lower end of its 95 % interval.</param>
/// <param name="High">Upper end of its 95 % interval.</param>
public sealed record SmallestRatio(int Rounds, double Chance, double Ratio, double Low, double High)
{
    /// <summary>For example <c>2.1 % [1.7 – 3.0]</c>.</summary>
    public override string ToString() => $"{Percent(Ratio)} % [{Percent(Low)} – {Percent(High)}]";

    private static string Percent(double ratio) => Quantities.Significant((ratio - 1) * 100);
}
