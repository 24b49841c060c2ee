namespace Bench.Analysis.Floors;

/// <summary>What was found of a lane, in words.</summary>
public static class FloorWords
{
    /// <summary>For example <c>within 10 %</c>, <c>slower</c>, <c>inconclusive (4 more rounds would probably decide)</c>.</summary>
    public static string Verdict(CostRatio against) =>
        against.Outcome switch
        {
            FloorOutcome.Within =>
                $"within {Quantities.Format(Math.Round((against.Limit - 1) * 100), Unit.Count)} %",
            FloorOutcome.Slower => "slower",
            _ => "inconclusive" + Why(against),
        };

    private static string Why(CostRatio against) =>
        against switch
        {
            { Reason: { } reason } => $": {reason}",
            { FurtherRounds: { } rounds } =>
                $" ({Quantities.Counted(rounds, "more round")} would probably decide)",
            _ => "",
        };
}
