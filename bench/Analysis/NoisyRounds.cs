using System.Globalization;
using Bench.Results;

namespace Bench.Analysis;

/// <summary>
/// Finds rounds in which the machine did other things than measuring, and plans them again. A sample is disturbed when
/// the hypervisor took more than 2 % of the processor time in its window, or other processes used more than a tenth of
/// the machine's processors; a round when more than a tenth of its samples are. What a sample measured plays no part,
/// so that nothing is chosen by its result. Decision 0008 has what quiet and busy machines show.
/// </summary>
public static class NoisyRounds
{
    /// <summary>Largest share of a round's samples that may be disturbed.</summary>
    public const double MostDisturbed = 0.10;

    private const int RoundsPerRepeat = 4;

    /// <summary>True when the machine did other things in this sample's window; what is not told is not held against it.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="processors">Processors of the machine.</param>
    public static bool IsDisturbed(Sample sample, int processors) =>
        sample.MachineNoise.StealFraction > MachineNoise.MostStolen
        || sample.MachineNoise.OtherLoadProcessors > MachineNoise.MostOtherLoad * processors;

    /// <summary>
    /// The manifest with what is to be done about rounds that are noisy and not yet recorded: the worst are measured
    /// again, up to a quarter of the run's own rounds (so none of fewer than four, which decide nothing); the others are
    /// recorded and stay. The manifest
    /// itself when there are none. A pure function, so that a resumed run decides alike.
    /// </summary>
    public static RunManifest Plan(RunManifest manifest, IReadOnlyList<Sample> samples)
    {
        var recorded = manifest.DisturbedRounds.Select(disturbed => disturbed.Round).ToHashSet();
        var repeats = manifest.DisturbedRounds.Count(disturbed => disturbed.RepeatedAs is not null);
        var affordable = ((manifest.LastRound - repeats) / RoundsPerRepeat) - repeats;
        var noisy = samples
            .GroupBy(sample => sample.Round)
            .Where(round => !recorded.Contains(round.Key))
            .Select(round => Look([.. round], manifest.Machine.LogicalProcessors))
            .Where(round => round.Share > MostDisturbed)
            .OrderByDescending(round => round.Share)
            .ThenBy(round => round.Round);
        return noisy.Aggregate(
            manifest,
            (plan, round) =>
                affordable-- > 0
                    ? Repeated(plan, round.Round, round.Because)
                    : plan with
                    {
                        DisturbedRounds = [.. plan.DisturbedRounds, new(round.Round, round.Because)],
                    }
        );
    }

    private static RunManifest Repeated(RunManifest plan, int round, string because)
    {
        var cases = plan.ExtraRounds.Find(extra => extra.Round == round)?.Cases;
        var again = new ExtraRound(plan.LastRound + 1, $"round {round} again: {because}", cases);
        return plan with
        {
            ExtraRounds = [.. plan.ExtraRounds, again],
            DisturbedRounds = [.. plan.DisturbedRounds, new(round, because, again.Round)],
        };
    }

    private static (int Round, double Share, string Because) Look(List<Sample> round, int processors)
    {
        var disturbed = round.Count(sample => IsDisturbed(sample, processors));
        var stolen = round.Max(sample => sample.MachineNoise.StealFraction) ?? 0;
        var other = round.Max(sample => sample.MachineNoise.OtherLoadProcessors) ?? 0;
        string[] what =
        [
            .. other > MachineNoise.MostOtherLoad * processors
                ? [Text($"other processes used up to {other:0.0} of {processors} processors")]
                : Array.Empty<string>(),
            .. stolen > MachineNoise.MostStolen
                ? [Text($"the hypervisor took up to {stolen * 100:0} % of the processor time")]
                : Array.Empty<string>(),
        ];
        return (
            round[0].Round,
            (double)disturbed / round.Count,
            $"{disturbed} of {round.Count} samples disturbed, {string.Join(", ", what)}"
        );
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
