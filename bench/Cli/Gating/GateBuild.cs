using Bench.Measurement.Runs;
using Bench.Results;

namespace Bench.Cli.Gating;

/// <summary>One of the two builds, ready to be measured.</summary>
/// <param name="Side">What it is.</param>
/// <param name="Build">Its programs.</param>
/// <param name="Cases">Ids of the cases that it can measure; null for all that this program knows.</param>
/// <param name="Stored">Its claim on the store; null for this tree.</param>
internal sealed record GateBuild(
    GateSide Side,
    ModelBuild Build,
    IReadOnlySet<string>? Cases,
    StoredBuild? Stored
) : IDisposable
{
    /// <summary>True for programs of another commit, or on a runtime of their own.</summary>
    public bool IsForeign => !Side.ThisTree || Side.Runtime is not null;

    /// <summary>Why a case cannot be compared by this build; null when it can.</summary>
    public string? WhyNot(PlannedCase planned) =>
        !Build.Programs.ContainsKey(planned.Model) ? $"{Side.Name} has no model {planned.Model}"
        : Cases?.Contains(planned.Case) == false ? $"{Side.Name} has no such case"
        : null;

    public void Dispose() => Stored?.Dispose();
}
