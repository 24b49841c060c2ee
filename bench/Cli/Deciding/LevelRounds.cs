using Bench.Analysis;
using Bench.Analysis.Decisions;
using Bench.Cli.Measuring;
using Bench.Cli.Terminal;
using Bench.Measurement.Planning;
using Bench.Results;

namespace Bench.Cli.Deciding;

/// <summary>
/// Measures rounds at the load asked for until each option is shown to keep the service level or not to, or the time is over. Only options
/// of which something is open are measured on.
/// </summary>
/// <param name="run">The run that it adds to.</param>
/// <param name="decide">The decision by everything that is there.</param>
internal sealed class LevelRounds(LiveRun run, Func<Decision> decide)
{
    /// <summary>What a launch takes beside its window, until some have been timed.</summary>
    private const double BesideSeconds = 1.5;

    /// <param name="fits">Whether there is time for rounds of this length, so many of them.</param>
    /// <param name="interrupted">Ends the present child.</param>
    /// <returns>How it ended; done, too, when the time is over.</returns>
    public RunEnd Measure(Func<TimeSpan, int, bool> fits, CancellationToken interrupted)
    {
        while (decide() is var decision && Next(decision) is { Keys.Count: > 0 } next)
        {
            var time = RoundTime(next.Keys);
            if (!fits(time, next.Rounds))
            {
                return RunEnd.Done;
            }

            Talk.Line(
                $"open at this load: {next.Options} of {Quantities.Counted(decision.Options.Count, "option")}; {Quantities.Counted(next.Rounds, "round")} of about {Math.Ceiling(time.TotalSeconds)} s to the next look"
            );
            for (var round = 0; round < next.Rounds; round++)
            {
                run.Extend("it was open whether an option keeps the service level", next.Keys);
                var end = run.MeasureQuietly(
                    interrupted,
                    announce: false,
                    repeats => fits(RoundTime(repeats.SelectMany(repeat => repeat.Cases ?? [])), 1)
                );
                if (end != RunEnd.Done)
                {
                    return end;
                }
            }
        }

        return RunEnd.Done;
    }

    /// <summary>How long a round of these cases takes.</summary>
    public TimeSpan RoundTime(IEnumerable<string> keys)
    {
        var cases = keys.ToList();
        return run.Samples.Count > 1
            ? CaseTimes.Of(run.Manifest, run.Samples).Round(cases)
            : TimeSpan.FromSeconds(
                run.Manifest.Cases.Where(planned => cases.Contains(planned.Key)).Sum(LaunchSeconds)
            );
    }

    /// <summary>What a launch takes by its window.</summary>
    public static double LaunchSeconds(PlannedCase planned) =>
        BesideSeconds
        + (
            (
                (planned.Parameters.Number("warmUpMilliseconds") ?? 0)
                + (planned.Parameters.Number("measuredMilliseconds") ?? 0)
            ) / 1e3
        );

    /// <summary>Keys of the cases of the next round, and rounds until one of them is judged again.</summary>
    private (IReadOnlyList<string> Keys, int Rounds, int Options) Next(Decision decision)
    {
        var open = decision.Undecided.Where(CanBeDecided).ToList();
        var ids = open.Select(option => option.Option.Case.Case).ToHashSet(StringComparer.Ordinal);
        return (
            [
                .. run
                    .Manifest.Cases.Where(planned => ids.Contains(planned.Case))
                    .Select(planned => planned.Key),
            ],
            open.Count == 0 ? 0 : open.Min(option => RoundsToLook(option.Arm!)),
            open.Count
        );
    }

    // An option whose samples are mostly refused must not keep the run going.
    private static bool CanBeDecided(OptionEvidence option)
    {
        var (arm, valid, refused) = (option.Arm!, option.Arm!.Samples.Count, option.Arm.Refused.Count);
        return arm.Looks.Next(valid) is not null && (refused < arm.Looks.First || refused <= valid);
    }

    private static int RoundsToLook(Arm arm) =>
        (arm.Looks.Next(arm.Samples.Count) ?? arm.Samples.Count) - arm.Samples.Count;
}
