using Bench.Analysis.Pitfalls;

namespace Bench.Cli.Terminal;

/// <summary>Outcomes of pitfalls in words; what is not as it should be stands out.</summary>
internal static class PitfallWords
{
    public static string Of(PitfallOutcome outcome) =>
        outcome switch
        {
            PitfallOutcome.Caught => "caught",
            PitfallOutcome.GotAway => "GOT AWAY",
            PitfallOutcome.FalseAlarm => "FALSE ALARM",
            _ => "NOT TRIED",
        };
}
