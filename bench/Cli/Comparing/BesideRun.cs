using Bench.Analysis;
using Bench.Reporter;
using Bench.Results;

namespace Bench.Cli.Comparing;

/// <summary>An earlier run that a report sets its run beside. Nothing is refused: what compares badly is said on top.</summary>
internal static class BesideRun
{
    /// <exception cref="UserException">The runs are not of the kind that has cases to compare, or have none in common.</exception>
    /// <exception cref="ResultsException">The folder cannot be read.</exception>
    public static EarlierRun Read(RunFolder folder, LoadedRun later)
    {
        var earlier = LoadedRun.FiguresOf(folder);
        if (earlier.Manifest.Capacity is not null || later.Manifest.Capacity is not null)
        {
            throw new UserException(
                "--beside sets cases beside each other, and a capacity run has none; report each of the two alone"
            );
        }

        var (before, after) = (
            RunAnalysis.Of(earlier.Manifest, earlier.Samples),
            RunAnalysis.Of(later.Manifest, later.Samples)
        );
        if (!Common(before).Intersect(Common(after)).Any())
        {
            throw new UserException(
                $"runs {earlier.Manifest.Run} and {later.Manifest.Run} have no case in common; give --beside an earlier run of the same workloads"
            );
        }

        return new(
            before,
            [.. Obstacles.Between(before, after).Select(obstacle => Sentence(obstacle.Text))],
            [
                .. Notes.Between(earlier.Manifest, later.Manifest).Select(Sentence),
                Sentence($"the earlier run: {AaCheck.Of(before).Sentence}"),
            ]
        );
    }

    private static IEnumerable<string> Common(RunAnalysis run) =>
        run.Manifest.Cases.Where(planned => planned.Competes).Select(planned => planned.Case);

    private static string Sentence(string text) =>
        $"{char.ToUpperInvariant(text[0])}{text[1..]}{(text.EndsWith('.') ? "" : ".")}";
}
