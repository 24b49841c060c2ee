using Bench.Analysis.Gating;
using Bench.Cli.Measuring;
using Bench.Measurement.Hosting;
using Bench.Measurement.Planning;
using Bench.Results;

namespace Bench.Cli.Gating;

/// <summary>Measures the same cases of two commits in the same rounds, as when a change that a history shows is to be confirmed.</summary>
/// <param name="models">The models of this program: it plans, and both commits' programs measure.</param>
/// <param name="suite">Root of the suite, in a git checkout.</param>
internal sealed class BuildComparison(Models models, string suite)
{
    private const string Option = "commit";

    /// <summary>The command that repeats it, for the run's folder.</summary>
    public required string Command { get; init; }

    /// <summary>The smallest difference that matters.</summary>
    public double Margin { get; init; } = 0.05;

    /// <summary>Wall time for the measuring; building, where the commits are not built yet, comes before.</summary>
    public TimeSpan Budget { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Size of the cases: what a history holds is of one preset.</summary>
    public Presets Preset { get; init; } = Presets.Smoke;

    /// <summary>Builds what is not built, measures until decided or the budget is spent, and judges the later commit against the earlier.</summary>
    /// <param name="earlier">A commit, branch or tag.</param>
    /// <param name="later">Another.</param>
    /// <param name="cases">Ids or patterns of the cases.</param>
    /// <param name="path">A new folder for the run; null for one under reports/.</param>
    /// <param name="interrupted">Ends it.</param>
    /// <returns>The judged run; null when it was stopped, its samples kept, or when no case is in both commits.</returns>
    /// <exception cref="UserException">A commit is not there or does not build, or no case matches.</exception>
    /// <exception cref="OperationCanceledException">It was interrupted before the first launch.</exception>
    public GateAnalysis? Measure(
        string earlier,
        string later,
        CasePatterns cases,
        string? path,
        CancellationToken interrupted
    )
    {
        var chosen = GateCases.Chosen(models.Lanes, Preset, cases);
        if (cases.Unused([.. chosen.Select(planned => planned.Case)]) is { } unused)
        {
            throw new UserException(
                $"'{unused}': no case of preset {PresetName.Of(Preset)[0]} matches; see ./run.sh list"
            );
        }

        var repository = GitRepository.At(suite);
        if (repository.Commit(earlier, Option) == repository.Commit(later, Option))
        {
            throw new UserException($"{earlier} and {later} are the same commit; give two");
        }

        var store = new BuildStore(repository, BuildStore.UsualCache, new SuiteCompiler());
        var builds = new GateBuilds(models, () => store);
        using var reference = builds.Of(Side(repository, earlier), interrupted);
        using var head = builds.Of(Side(repository, later), interrupted);
        var compared = GateCases.Of(chosen, reference, head, GateCases.Known(models.Lanes));
        if (compared.Cases.Count == 0)
        {
            return null;
        }

        var plan = new GatePlan
        {
            Base = reference.Side,
            Head = head.Side,
            Margin = Margin,
            Why = [$"asked for: {string.Join(", ", cases.Patterns)}"],
            Omitted = [.. compared.Omitted],
        };
        var manifest = GateManifest.Of(plan, compared.Cases, models.Lanes, Preset, Budget, seed: null) with
        {
            Command = Command,
        };
        using var run = GateRun.Begin(models, manifest, path, reference, head, interrupted);
        var end = GateRun.Measure(run, DateTime.UtcNow, interrupted);
        run.Redraw();
        return end == RunEnd.Done ? GateRun.Judge(run) : null;
    }

    private static GateSide Side(GitRepository repository, string name) =>
        new() { Name = name, Commit = repository.Commit(name, Option) };
}
