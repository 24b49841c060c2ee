namespace Bench.Analysis.Capacity;

/// <summary>The launch that a search asks for.</summary>
/// <param name="Load">Offered load.</param>
/// <param name="Stage">What it is for: see <see cref="Bench.Results.CaseStage"/>.</param>
/// <param name="Spike">Offered load in the middle third of the window; 0 for the same load all the time.</param>
public sealed record NextTrial(int Load, string Stage, int Spike = 0);
