using Bench.Results;

namespace Bench.Analysis.Floors;

/// <summary>How near the lanes are to the best public form of their models.</summary>
/// <param name="Run">The trials that it was read from.</param>
/// <param name="Rounds">Rounds planned.</param>
/// <param name="Margin">What a lane may cost more, a fraction.</param>
/// <param name="Patterns">What was done.</param>
/// <param name="Lanes">Each lane against its forms.</param>
/// <param name="Forms">Every form and bare primitive.</param>
/// <param name="Recordings">What the recording adds.</param>
/// <param name="Notes">What a reader must know beside the figures.</param>
public sealed record FloorFindings(
    string Run,
    int Rounds,
    double Margin,
    IReadOnlyList<FloorPattern> Patterns,
    IReadOnlyList<LaneFloor> Lanes,
    IReadOnlyList<FormCost> Forms,
    IReadOnlyList<RecordingCost> Recordings,
    IReadOnlyList<string> Notes
)
{
    /// <summary>In one sentence: how many lanes are within the margin, and which are not.</summary>
    public string Summary
    {
        get
        {
            var outcomes = Lanes.ToLookup(lane => lane.Against.Outcome);
            return $"{outcomes[FloorOutcome.Within].Count()} of {Quantities.Counted(Lanes.Count, "lane")} cost at most {Quantities.Format(Math.Round(Margin * 100), Unit.Count)} % more than the best public form"
                + Named("; slower", outcomes[FloorOutcome.Slower])
                + Named("; inconclusive", outcomes[FloorOutcome.Inconclusive]);
        }
    }

    private static string Named(string what, IEnumerable<LaneFloor> lanes)
    {
        var names = lanes.Select(lane => $"{lane.Lane.Name} in {lane.Pattern}").ToList();
        return names.Count == 0 ? "" : $"{what}: {string.Join(", ", names)}";
    }
}
