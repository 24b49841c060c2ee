using Bench.Analysis.Decisions;
using Bench.Reporter.Decisions;
using Bench.Results;

namespace Bench.Tests.Reporter.Decisions;

/// <summary>A record in a folder that is gone afterwards.</summary>
internal sealed class DecisionFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("decision");

    public DecisionFolder(Decision decision)
    {
        var folder = new RunFolder(_folder.FullName);
        DecisionWriter.Write(
            decision,
            new(
                new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero),
                "./run.sh decide --workload ping",
                "./run.sh decide --workload ping --from here",
                [new("Launches at this load", "level", "run", "", "0123", 20)]
            ),
            folder
        );
        Markdown = File.ReadAllText(folder.In("decision.md"));
        Page = File.ReadAllText(folder.In("decision.html"));
        Charts =
        [
            .. Directory
                .EnumerateFiles(folder.ChartsPath, "*.png")
                .Select(path => Path.GetFileName(path))
                .Order(),
        ];
    }

    public string Markdown { get; }
    public string Page { get; }
    public IReadOnlyList<string> Charts { get; }

    /// <summary>The record's headings, in order.</summary>
    public IReadOnlyList<string> Headings =>
        [.. Markdown.Split('\n').Where(line => line.StartsWith('#')).Select(line => line.TrimEnd())];

    public void Dispose() => _folder.Delete(recursive: true);
}
