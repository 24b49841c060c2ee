using Bench.Reporter;
using Bench.Results;

namespace Bench.Tests.Reporter;

/// <summary>A report in a folder that is gone afterwards.</summary>
internal sealed class TemporaryReport : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("report");

    public TemporaryReport(RunManifest manifest, List<Sample> samples)
    {
        Folder = new(_folder.FullName);
        Result = ReportWriter.Write(manifest, samples, SyntheticRun.Sources(manifest), Folder);
    }

    public RunFolder Folder { get; }
    public ReportResult Result { get; }
    public string Page => File.ReadAllText(Result.IndexPath);
    public string Markdown => File.ReadAllText(Folder.In("report.md"));
    public string Csv => File.ReadAllText(Folder.In("summary.csv"));

    public void Dispose() => _folder.Delete(recursive: true);
}
