namespace Bench.Analysis.Gating;

/// <summary>
/// What is allowed: a loss of the margin. A case fails when it is shown to be worse (a <see cref="Verdict"/>), all but surely for
/// a whole family, and looks worse by more than the margin; it passes when its equivalence interval ends before the margin on the
/// bad side, wherever it ends on the good one, or when it is shown to be better. Decision 0015 has the simulated rates.
/// </summary>
/// <param name="Margin">Largest relative loss that is allowed; 0.05 allows 5 %.</param>
public sealed record GateRule(double Margin)
{
    /// <summary>
    /// The chance that noise alone fails any case of a family. A tenth of what a verdict has, for whoever gates every change asks
    /// a thousand times.
    /// </summary>
    public const double FamilyError = 0.001;

    /// <param name="verdict">The verdict.</param>
    /// <param name="adjusted">Its p-value, adjusted for its family.</param>
    public GateOutcome Of(Verdict verdict, double adjusted)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        return verdict switch
        {
            { Outcome: Outcome.Worse } when adjusted <= FamilyError && LooksWorse(verdict) =>
                GateOutcome.Failed,
            { Outcome: Outcome.Better or Outcome.Equivalent } => GateOutcome.Passed,
            { Rounds: >= PairedRounds.Fewest } when EndsWithin(verdict) => GateOutcome.Passed,
            _ => GateOutcome.Inconclusive,
        };
    }

    /// <summary>True when the centre is worse by more than is allowed; a ratio without a finite centre is worse when it is shown to be.</summary>
    public bool LooksWorse(Verdict verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        return verdict.Ratio is { } ratio ? Loss(verdict, ratio) > Allowed : verdict.Outcome == Outcome.Worse;
    }

    private double Allowed => Math.Log(1 + Margin);

    private bool EndsWithin(Verdict verdict) =>
        (IsRate(verdict) ? verdict.LowEquivalence : verdict.HighEquivalence) is { } end
        && Loss(verdict, end) < Allowed;

    /// <summary>Logarithm of how many times worse a ratio is.</summary>
    private static double Loss(Verdict verdict, double ratio) =>
        IsRate(verdict) ? -Math.Log(ratio) : Math.Log(ratio);

    private static bool IsRate(Verdict verdict) => Metrics.Find(verdict.Metric).HigherIsBetter;
}
