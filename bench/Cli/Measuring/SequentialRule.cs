using Bench.Analysis;
using Bench.Measurement.Planning;
using Bench.Results;

namespace Bench.Cli.Measuring;

/// <summary>Reads what the user asked of a run until decided, and writes it into the plan.</summary>
internal static class SequentialRule
{
    private const string UsualBudget = "20m";

    /// <summary>The rule; null for a run of fixed rounds.</summary>
    /// <param name="untilDecided">Whether <c>--until-decided</c> was given.</param>
    /// <param name="budget">The value of <c>--budget</c>.</param>
    /// <param name="rounds">Rounds that the run begins with.</param>
    /// <exception cref="UserException">The budget cannot be read, or the options do not go together.</exception>
    public static UntilDecided? Of(bool untilDecided, string? budget, int rounds)
    {
        if (!untilDecided)
        {
            return budget is null
                ? null
                : throw new UserException(
                    $"--budget {budget}: only a run with --until-decided has a budget; add it"
                );
        }

        var length = Budget.Parse(budget ?? UsualBudget, UsualBudget);
        return rounds >= Looks.MostRounds
            ? throw new UserException(
                $"--rounds {rounds}: a run until decided ends at {Looks.MostRounds} rounds; begin it with fewer"
            )
            : new(length.TotalSeconds, [.. Looks.Planned(rounds)]);
    }

    /// <summary>The plan with the rule, and with a command that repeats both.</summary>
    /// <exception cref="UserException">The plan has nothing to decide.</exception>
    public static RunManifest Apply(UntilDecided rule, RunManifest manifest)
    {
        var budget = TimeBudget.Format(TimeSpan.FromSeconds(rule.BudgetSeconds));
        var planned = manifest with
        {
            UntilDecided = rule,
            Command = $"{manifest.Command} --until-decided --budget {budget}",
        };
        return Standing.Of(RunAnalysis.Of(planned, [])).Count > 0
            ? planned
            : throw new UserException(
                "--until-decided: nothing to decide, no two models meet on the same workload, parameters and terms; choose more models"
            );
    }
}
