namespace Bench.Reporter.Interactive;

/// <summary>A metric.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">A few words.</param>
/// <param name="Unit">Unit of its values, in camelCase.</param>
/// <param name="HigherIsBetter">True for rates.</param>
internal sealed record ExplorerMetric(string Id, string Title, string Unit, bool HigherIsBetter);
