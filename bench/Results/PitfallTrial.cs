namespace Bench.Results;

/// <summary>What was seen of one pitfall.</summary>
/// <param name="Pitfall">The pitfall.</param>
/// <param name="Wrong">Launches of the wrong lane, in their order; none when there was no time left.</param>
/// <param name="Right">Launches of the right lane on the same case and seed.</param>
public sealed record PitfallTrial(
    PitfallFacts Pitfall,
    IReadOnlyList<Sample> Wrong,
    IReadOnlyList<Sample> Right
);
