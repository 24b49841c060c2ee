namespace Bench.Analysis.Decisions;

/// <summary>What an option takes of one criterion at the load asked for.</summary>
/// <param name="Criterion">The criterion.</param>
/// <param name="Value">Centre of the launches, in the criterion's unit; of code the count.</param>
/// <param name="Low">Lower end of the interval over launches, 99 % over all looks; null for code, which does not vary, and for a single launch.</param>
/// <param name="High">Upper end of that interval.</param>
public sealed record Cost(Criterion Criterion, double Value, double? Low, double? High);
