using System.Globalization;
using Bench.Results;

namespace Bench.Analysis;

/// <summary>
/// Finds rounds in which the machine did other things than measuring, and plans them again. A sample is disturbed when
/// the hypervisor took more than 2 % of the processor time in its window, or other processes used more than a tenth of
/// the machine's processors; a round when more than a tenth of its samples and at least two are, or at least half of
/// fewer than four. What a sample measured plays no part, so that nothing is chosen by its result. Decision 0008 has what quiet and busy machines show.
/// </summary>
public static class NoisyRounds
{
    /// <summary>Largest share of a round's samples that may be disturbed.</summary>
    public const double MostDisturbed = 0.10;

    private const int FewestDisturbed = 2;
    private const int RoundsPerRepeat = 4;
    private const int SmallRound = 4;

    /// <summary>True when the machine did other things in this sample's window; what is not told is not held against it.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="processors">Processors of the machine.</param>
    public static bool IsDisturbed(Sample sample, int processors) =>
        sample.MachineNoise.StealFraction > MachineNoise.MostStolen
        || sample.MachineNoise.OtherLoadProcessors > MachineNoise.MostOtherLoad * processors;

    /// <summary>
    /// The manifest with what is to be done about rounds that are noisy and not yet measured again: the worst are, up to
    /// a quarter of the run's own rounds (so none of fewer than four, which decide nothing); the others are recorded, and
    /// their turn comes when the run has grown. The manifest itself when there is nothing new. A pure function, so that a
    /// resumed run decides alike.
    /// </summary>
    /// <param name="manifest">The plan.</param>
    /// <param name="samples">Every sample of the rounds planned so far.</param>
    /// <param name="mayRepeat">False when there is no time: noisy rounds are then recorded only.</param>
    public static RunManifest Plan(RunManifest manifest, IReadOnlyList<Sample> samples, bool mayRepeat = true)
    {
        var settled = manifest
            .DisturbedRounds.Where(disturbed => !IsOpen(disturbed))
            .Select(disturbed => disturbed.Round)
            .ToHashSet();
        var affordable = mayRepeat ? (OwnRounds(manifest) / RoundsPerRepeat) - Repeats(manifest) : 0;
        var noisy = samples
            .GroupBy(sample => sample.Round)
            .Where(round => !settled.Contains(round.Key))
            .Select(round => Look([.. round], manifest.Machine.LogicalProcessors))
            .Where(round => IsNoisy(round.Disturbed, round.Samples))
            .OrderByDescending(round => (double)round.Disturbed / round.Samples)
            .ThenBy(round => round.Round);
        return noisy.Aggregate(
            manifest,
            (plan, round) =>
                affordable-- > 0
                    ? Repeated(plan, round.Round, round.Because)
                    : Recorded(plan, new(round.Round, round.Because))
        );
    }

    /// <summary>True when the run has rounds enough for one of them to be measured again.</summary>
    public static bool MayRepeatOne(RunManifest manifest) => OwnRounds(manifest) >= RoundsPerRepeat;

    private static int OwnRounds(RunManifest manifest) => manifest.LastRound - Repeats(manifest);

    private static int Repeats(RunManifest manifest) =>
        manifest.DisturbedRounds.Count(disturbed => disturbed.RepeatedAs is not null);

    // What speaks of some cases only comes from merged runs, which are over.
    private static bool IsOpen(DisturbedRound disturbed) => disturbed is { RepeatedAs: null, Cases: null };

    // In a small round a tenth would be a single sample, which may have met a blink of the machine.
    private static bool IsNoisy(int disturbed, int samples) =>
        samples < SmallRound
            ? 2 * disturbed >= samples
            : disturbed >= FewestDisturbed && disturbed > MostDisturbed * samples;

    private static RunManifest Repeated(RunManifest plan, int round, string because)
    {
        var cases = plan.ExtraRounds.Find(extra => extra.Round == round)?.Cases;
        var again = new ExtraRound(plan.LastRound + 1, $"round {round} again: {because}", cases);
        return plan with
        {
            ExtraRounds = [.. plan.ExtraRounds, again],
            DisturbedRounds =
            [
                .. plan.DisturbedRounds.Where(found => !(IsOpen(found) && found.Round == round)),
                new(round, because, again.Round),
            ],
        };
    }

    private static RunManifest Recorded(RunManifest plan, DisturbedRound round) =>
        plan.DisturbedRounds.Exists(found => IsOpen(found) && found.Round == round.Round)
            ? plan
            : plan with
            {
                DisturbedRounds = [.. plan.DisturbedRounds, round],
            };

    private static (int Round, int Disturbed, int Samples, string Because) Look(
        List<Sample> round,
        int processors
    )
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
            disturbed,
            round.Count,
            $"{disturbed} of {round.Count} samples disturbed, {string.Join(", ", what)}"
        );
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
