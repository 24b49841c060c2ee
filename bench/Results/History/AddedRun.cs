namespace Bench.Results.History;

/// <summary>What adding a run came to.</summary>
/// <param name="Added">Samples that were new.</param>
/// <param name="Present">Samples of the run that were there before.</param>
public sealed record AddedRun(int Added, int Present);
