namespace Bench.Analysis;

/// <summary>The smallest ratio that is shown to differ from 1 with a given chance.</summary>
/// <param name="Rounds">Rounds of the comparison.</param>
/// <param name="Chance">How probably it is shown, 0…1.</param>
/// <param name="Ratio">The ratio, above 1.</param>
/// <param name="Low">Lower end of its 95 % interval.</param>
/// <param name="High">Upper end of its 95 % interval.</param>
public sealed record SmallestRatio(int Rounds, double Chance, double Ratio, double Low, double High)
{
    /// <summary>Latencies are recorded to three significant digits: nothing finer can be seen.</summary>
    private const double Finest = 1.001;

    /// <summary>For example <c>±2.1 % [1.7 – 3.0]</c>, or <c>under 0.1 %</c> where the recording is the coarser.</summary>
    public override string ToString() =>
        High < Finest ? "under 0.1 %" : $"±{Percent(Ratio)} % [{Percent(Low)} – {Percent(High)}]";

    /// <summary>The smallest difference in percent, without its interval.</summary>
    public string ToPercent() => High < Finest ? "< 0.1" : Percent(Ratio);

    private static string Percent(double ratio) => Quantities.Significant((ratio - 1) * 100);
}
