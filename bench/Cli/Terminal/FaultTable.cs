using Bench.Analysis;
using Bench.Analysis.Faults;

namespace Bench.Cli.Terminal;

/// <summary>What each fault did to each cluster: a group a model.</summary>
internal static class FaultTable
{
    public static void Write(IEnumerable<FaultFinding> findings) =>
        DataTable.Write(
            ["fault", "first success", "full rate", "writes", "errors", "in doubt", "lost", "verdict"],
            findings
                .GroupBy(finding => finding.Trial.Model)
                .Select(model => new TableGroup(model.Key, [.. model.Select(Row)]))
        );

    private static string[] Row(FaultFinding finding)
    {
        var (trial, verdict) = (finding.Trial, FaultWords.Of(finding.Outcome));
        return trial.Missing is { } missing
            ? [trial.Fault, "–", "–", "–", "–", "–", "–", $"{verdict}: {missing}"]
            :
            [
                trial.Fault,
                FaultWords.FirstSuccess(trial),
                FaultWords.FullRate(trial),
                Count(trial.Intended),
                Count(trial.Errors),
                Count(trial.InDoubt),
                Count(trial.Lost),
                $"{verdict}: {finding.Reason}",
            ];
    }

    private static string Count(long count) => Quantities.Format(count, Unit.Count);
}
