using Bench.Measurement.Runs;
using Bench.Results;

namespace Bench.Cli.Gating;

/// <summary>Makes the two builds of a gate ready, at its beginning and when it is resumed.</summary>
/// <param name="models">The models of this program.</param>
/// <param name="store">Where builds of commits are kept; asked for only when one is needed.</param>
internal sealed class GateBuilds(Models models, Func<BuildStore> store)
{
    private readonly Dictionary<string, string> _names = models.Programs.ToDictionary(
        item => item.Key,
        item => Path.GetFileName(item.Value)
    );

    /// <summary>The build of a side; this tree's needs no making.</summary>
    /// <exception cref="UserException">It does not build, or does not say what it can measure.</exception>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public GateBuild Of(GateSide side, CancellationToken interrupted)
    {
        if (side.ThisTree)
        {
            return new(side, new(models.Programs, side.Runtime), null, null);
        }

#pragma warning disable CA2000 // the build that is returned disposes of it
        var stored = store().Take(new(side.Commit!, side.Packages), side.Name, interrupted);
#pragma warning restore CA2000
        try
        {
            return new(
                side,
                new(stored.Programs(_names), side.Runtime),
                KnownCases.Of(stored.Program, side.Name),
                stored
            );
        }
        catch
        {
            stored.Dispose();
            throw;
        }
    }

    /// <summary>Both, as a run measures them: head's as its own.</summary>
    public static ModelBuilds Both(GateBuild reference, GateBuild head) => new(head.Build, reference.Build);
}
