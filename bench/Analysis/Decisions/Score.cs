namespace Bench.Analysis.Decisions;

/// <summary>What an option costs beside the one that costs least, by the weights.</summary>
/// <param name="Option">The option.</param>
/// <param name="Ratio">Weighted geometric mean of its ratios to the leader; 1 for the leader; null without a common round.</param>
/// <param name="Low">Lower end of the ratio's 99 % interval over all looks; null when there is none.</param>
/// <param name="High">Upper end.</param>
/// <param name="Outcome">Worse: shown to be dearer than the leader; equivalent: within 5 %; inconclusive: not told apart; better: shown to be cheaper, which the leader's rivals are not.</param>
/// <param name="Rounds">Paired rounds judged.</param>
/// <param name="SetAside">Rounds of these left out as disturbed.</param>
/// <param name="FurtherRounds">When inconclusive: rounds that would probably tell them apart; null when that cannot be told.</param>
/// <param name="Parts">The ratio in each criterion, by its word, over the same rounds.</param>
public sealed record Score(
    OptionEvidence Option,
    double? Ratio,
    double? Low,
    double? High,
    Outcome Outcome,
    int Rounds,
    int SetAside,
    int? FurtherRounds,
    IReadOnlyDictionary<string, double> Parts
);
