using Bench.Analysis;
using Bench.Reporter.Charts;
using Bench.Reporter.Pictures;

namespace Bench.Reporter.Content;

/// <summary>The pictures of a scenario, and the curves that they were drawn from: decoding histograms is dear.</summary>
/// <param name="Pictures">The pictures.</param>
/// <param name="Tails">The percentile curves of its arms that are not traced.</param>
internal sealed record DrawnScenario(IReadOnlyList<Picture> Pictures, IReadOnlyList<TailLine> Tails)
{
    public static DrawnScenario Of(Scenario scenario, string baseline)
    {
        var tails = PercentileChart.Lines(scenario.Untraced);
        return new(PictureSet.Of(scenario, baseline, tails), tails);
    }
}
