namespace Bench.Analysis;

/// <summary>Two arms compared at one value of a parameter.</summary>
/// <param name="At">The parameter's value.</param>
/// <param name="Ratio">The other arm's metric ÷ the one arm's.</param>
/// <param name="Low">Lower end of the 95 % interval.</param>
/// <param name="High">Upper end of the 95 % interval.</param>
/// <param name="Outcome">The verdict on the other arm: better and worse are judged at 99 %.</param>
public readonly record struct CurvePoint(double At, double Ratio, double Low, double High, Outcome Outcome)
{
    internal bool HasLeader => Outcome is Outcome.Better or Outcome.Worse;
}
