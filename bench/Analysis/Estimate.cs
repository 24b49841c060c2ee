namespace Bench.Analysis;

/// <summary>Centre of one metric over launches, with its 95 % interval.</summary>
/// <param name="Value">The centre, in the metric's unit.</param>
/// <param name="Low">Lower end of the 95 % interval; null when there is only one launch.</param>
/// <param name="High">Upper end of the 95 % interval; null when there is only one launch.</param>
/// <param name="Count">Launches that the estimate rests on.</param>
public readonly record struct Estimate(double Value, double? Low, double? High, int Count)
{
    /// <summary>False when one launch alone cannot tell how far launches differ.</summary>
    public bool HasInterval => Low is not null && High is not null;
}
