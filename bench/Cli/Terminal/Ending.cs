using System.Globalization;
using Bench.Reporter;
using Bench.Results;

namespace Bench.Cli.Terminal;

/// <summary>The last lines: what was refused, the answer, where the report is.</summary>
internal static class Ending
{
    private const int MostRefusals = 8;

    public static void Write(ReportResult report, IReadOnlyList<Sample> samples)
    {
        var refused = samples.Where(sample => !sample.Valid).ToList();
        Talk.Line(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{(Talk.IsInteractive ? "\r\u001b[K" : "")}{samples.Count} samples, {refused.Count} refused"
            )
        );
        foreach (var group in refused.GroupBy(sample => (sample.Case, sample.Status)).Take(MostRefusals))
        {
            Talk.Line(
                $"refused: {group.Key.Case}: {group.First().InvalidBecause.FirstOrDefault()} ({group.Count()} times)"
            );
        }

        foreach (var warning in report.Warnings)
        {
            Talk.Note(warning);
        }

        foreach (var answer in report.Answers)
        {
            DataTable.Sentence(answer);
        }

        if (report.Best.Count > 1)
        {
            DataTable.Write(
                ["workload", "terms", "best", "its figure", "against the next"],
                report.Best.Select(row => new[] { row.Workload, row.Terms, row.Best, row.Figure, row.Next })
            );
        }

        Console.Out.WriteLine($"report: {report.IndexPath}");
    }
}
