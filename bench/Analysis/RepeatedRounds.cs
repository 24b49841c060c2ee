using Bench.Results;

namespace Bench.Analysis;

/// <summary>
/// Which samples give way to those of the round that measured theirs again. A round gives way as a whole, and only
/// once every sample of it has been taken again: until then it counts, so that no pair of arms is torn apart.
/// </summary>
internal sealed class RepeatedRounds
{
    private readonly List<DisturbedRound> _repeated;

    public RepeatedRounds(RunManifest manifest, IReadOnlyList<Sample> samples)
    {
        var taken = samples.Select(sample => (sample.Round, sample.Case, sample.Replica)).ToHashSet();
        _repeated =
        [
            .. manifest.DisturbedRounds.Where(disturbed =>
                disturbed.RepeatedAs is { } again
                && samples
                    .Where(sample => IsIn(sample, disturbed))
                    .All(sample => taken.Contains((again, sample.Case, sample.Replica)))
            ),
        ];
    }

    /// <summary>Why the sample enters no figure, or null when it stays.</summary>
    public string? WhyLeftOut(Sample sample) =>
        _repeated.Find(disturbed => IsIn(sample, disturbed)) is { } found
            ? $"disturbed round, measured again as round {found.RepeatedAs}: {found.Because}"
            : null;

    /// <summary>True when the round gave way to another.</summary>
    public bool Contains(DisturbedRound disturbed) => _repeated.Contains(disturbed);

    private static bool IsIn(Sample sample, DisturbedRound disturbed) =>
        sample.Round == disturbed.Round
        && (disturbed.Cases?.Contains(PlannedCase.KeyOf(sample.Case, sample.Replica)) ?? true);
}
