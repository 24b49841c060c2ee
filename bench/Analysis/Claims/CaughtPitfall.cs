using Bench.Analysis.Pitfalls;
using Bench.Results;

namespace Bench.Analysis.Claims;

/// <summary>
/// Whether a lane that is wrong on purpose is caught. One launch that is caught shows that it can be, so there is no interval;
/// the right lane, which no detector may call, guards against one that always does. A pitfall has no terms.
/// </summary>
internal static class CaughtPitfall
{
    /// <param name="line">The part's line, without an outcome.</param>
    /// <param name="pitfall">Id of the pitfall.</param>
    /// <param name="seen">Where it is looked for, in this order.</param>
    public static LedgerLine Judge(LedgerLine line, string pitfall, IReadOnlyList<PitfallTrials> seen)
    {
        line = line with { Contender = pitfall };
        foreach (var trials in seen)
        {
            if (trials.Trials.FirstOrDefault(trial => trial.Pitfall.Id == pitfall) is { } trial)
            {
                var finding = PitfallCheck.Of(trial);
                return line with
                {
                    Workload = trial.Pitfall.Workload,
                    Run = trials.Run,
                    Rounds = finding.Launches,
                    Outcome = Outcome(finding.Outcome),
                    Reason = $"{finding.Reason} (a pitfall has no terms)",
                };
            }
        }

        return line with
        {
            Reason =
                "./run.sh verify --pitfalls --out DIR tries it, DIR being the run's folder (a pitfall has no terms)",
        };
    }

    private static ClaimOutcome Outcome(PitfallOutcome outcome) =>
        outcome switch
        {
            PitfallOutcome.Caught => ClaimOutcome.Holds,
            PitfallOutcome.GotAway => ClaimOutcome.Refuted,
            _ => ClaimOutcome.Undecided,
        };
}
