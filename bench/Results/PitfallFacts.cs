namespace Bench.Results;

/// <summary>What there is to know of a pitfall: a lane that is wrong on purpose, and the right lane beside it.</summary>
/// <param name="Id">Permanent lower-case id; claims name it.</param>
/// <param name="Title">The fault in a few words.</param>
/// <param name="Workload">Id of the workload that both lanes do, on the same case.</param>
/// <param name="Control">Id of the model whose ordinary lane is the right one.</param>
/// <param name="Detectors">Ids of the detectors any of which must call the wrong lane.</param>
/// <param name="Wrong">What the lane does wrong.</param>
/// <param name="Seen">What an engineer would see in production.</param>
/// <param name="Mend">What to do instead.</param>
/// <param name="Source">Path of the wrong lane's code in the repository.</param>
public sealed record PitfallFacts(
    string Id,
    string Title,
    string Workload,
    string Control,
    IReadOnlyList<string> Detectors,
    string Wrong,
    string Seen,
    string Mend,
    string Source
);
