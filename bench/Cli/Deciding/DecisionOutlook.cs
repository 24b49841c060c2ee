using Bench.Analysis;
using Bench.Analysis.Decisions;
using Bench.Cli.Terminal;
using Bench.Measurement.Planning;
using Bench.Reporter.Decisions;

namespace Bench.Cli.Deciding;

/// <summary>Says what a decision is about to measure, and how long that takes.</summary>
internal static class DecisionOutlook
{
    // A search takes about so many launches of about so many seconds.
    private const double SearchSeconds = 16 * 4.5;

    public static void Say(DecisionRequest request, IReadOnlyList<Option> options)
    {
        var able = options.Where(option => option.OutOfReach is null).ToList();
        var round = able.Sum(option => LevelRounds.LaunchSeconds(option.Case));
        var (first, second) = (EvidencePool.PlannedLooks[0], EvidencePool.PlannedLooks[1]);
        Talk.Line(
            $"deciding {request.Requirement.Workload.Id} at {DecisionWords.Asked(request.Requirement)} under {request.Requirement.Level.Text}: {Quantities.Counted(able.Count, "option")}"
        );
        Talk.Line(
            $"measures for at most {TimeBudget.Format(request.Budget)}, of that: rounds at this load, about {Math.Ceiling(round)} s each, looked at after {string.Join(", ", EvidencePool.PlannedLooks)} (about {Minutes(first * round)} to the first look, {Minutes(second * round)} to the second);"
        );
        Talk.Line(
            $"pitfalls, a minute at most; then the capacity of each option, about {Minutes(able.Count * SearchSeconds)} in all; less where there is evidence. Ctrl-C keeps what was measured and writes the record of it"
        );
    }

    private static string Minutes(double seconds) => $"{Math.Ceiling(seconds / 60)} min";
}
