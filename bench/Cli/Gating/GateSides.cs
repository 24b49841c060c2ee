using Bench.Results;

namespace Bench.Cli.Gating;

/// <summary>Which two builds a gate is about, which lanes they can differ in, and what a reader must know.</summary>
/// <param name="Base">The build that is compared with.</param>
/// <param name="Head">The build that is judged.</param>
/// <param name="Touched">The lanes that they can differ in.</param>
/// <param name="Notes">What else a reader must know.</param>
internal sealed record GateSides(GateSide Base, GateSide Head, Touched Touched, IReadOnlyList<string> Notes)
{
    private const string ThisTree = "this tree";

    /// <param name="options">What was asked.</param>
    /// <param name="models">The models.</param>
    /// <param name="suite">Root of the suite.</param>
    /// <exception cref="UserException">A commit, package or runtime is not there, or this tree was changed since it was built.</exception>
    public static GateSides Of(GateOptions options, Models models, string suite) =>
        options switch
        {
            { Runtimes: [var first, var second] } => OfRuntimes(first, second, models, suite),
            { Base: { } name } => OfCommit(options, name, models, suite),
            _ => OfPackages(options, models, suite),
        };

    private static GateSides OfRuntimes(string first, string second, Models models, string suite)
    {
        Runtimes.Check([first, second], DotnetHost.Runtimes(), Environment.Version.Major);
        return new(
            Here(suite, $"runtime {first}") with
            {
                Runtime = first,
            },
            Here(suite, $"runtime {second}") with
            {
                Runtime = second,
            },
            Touched.All(models.Lanes, "the runtime is part of every lane"),
            [
                first == second
                    ? $"Both sides are the same build on the same runtime, {first}: whatever differs is noise."
                    : "Both sides are the same build.",
            ]
        );
    }

    private static GateSides OfCommit(GateOptions options, string name, Models models, string suite)
    {
        var repository = GitRepository.At(suite);
        var commit = repository.Commit(name);
        var packages = PackageVersions.Known(suite, options.Packages);
        var changed = repository.ChangedSince(commit);
        CheckFresh(suite, changed);
        var touched = options.All
            ? Touched.All(models.Lanes, "--all")
            : Touched
                .By(models.Lanes, changed)
                .With(Touched.ByPackages(models.Lanes, suite, packages), models.Lanes);
        string?[] notes =
        [
            repository.IsAncestor(commit)
                ? null
                : $"{name} is no ancestor of what is checked out: what changed on either side since they parted is compared.",
            changed.Any(path => path.StartsWith("bench/Measurement/", StringComparison.Ordinal))
                ? "The measuring side differs, too: each build is measured by its own."
                : null,
            changed.Count == 0 && packages.Count == 0
                ? "Both builds are of the same code: whatever differs is noise."
                : null,
        ];
        return new(
            new()
            {
                Name = name,
                Commit = commit,
                Packages = packages,
            },
            Here(suite, ThisTree),
            touched,
            [.. notes.OfType<string>()]
        );
    }

    private static GateSides OfPackages(GateOptions options, Models models, string suite)
    {
        var packages = PackageVersions.Known(suite, options.Packages);
        var touched = options.All
            ? Touched.All(models.Lanes, "--all")
            : Touched.None.With(Touched.ByPackages(models.Lanes, suite, packages), models.Lanes);
        return new(
            new()
            {
                Name = ThisTree,
                Commit = GitRepository.At(suite).Snapshot(),
                Packages = packages,
            },
            Here(suite, ThisTree),
            touched,
            ["Both builds are of this tree's code; base alone has the packages named."]
        );
    }

    private static GateSide Here(string suite, string name) =>
        new()
        {
            Name = name,
            Commit = Checkout.Commit(suite),
            ThisTree = true,
        };

    private static void CheckFresh(string suite, IReadOnlyList<string> changed)
    {
        if (TreePrograms.Stale(suite, AppContext.BaseDirectory, changed) is { } stale)
        {
            throw new UserException(
                $"{stale} was changed after this tree was built; start the gate by ./run.sh gate, which builds what changed"
            );
        }
    }
}
