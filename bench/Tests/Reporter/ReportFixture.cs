using Bench.Reporter;
using Bench.Results;

namespace Bench.Tests.Reporter;

/// <summary>A report drawn once of the synthetic run with its faults, for tests that look at it.</summary>
public sealed class ReportFixture : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("report");

    public ReportFixture()
    {
        Manifest = SyntheticRun.Manifest();
        Samples = SyntheticRun.WithFaults(SyntheticRun.Samples(Manifest));
        Folder = new(_folder.FullName);
        Result = ReportWriter.Write(Manifest, Samples, SyntheticRun.Sources(Manifest), Folder);
    }

    public RunManifest Manifest { get; }
    public IReadOnlyList<Sample> Samples { get; }
    public RunFolder Folder { get; }
    public ReportResult Result { get; }

    public string Text(string name) => File.ReadAllText(Folder.In(name));

    public void Dispose() => _folder.Delete(recursive: true);
}
