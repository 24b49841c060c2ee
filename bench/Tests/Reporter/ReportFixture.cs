using Bench.Reporter;
using Bench.Results;

namespace Bench.Tests.Reporter;

/// <summary>A report drawn once of the synthetic run with its faults, for tests that look at it.</summary>
public sealed class ReportFixture : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("report");

    public ReportFixture()
    {
        var manifest = SyntheticRun.Manifest();
        var samples = SyntheticRun.WithFaults(SyntheticRun.Samples(manifest));
        Folder = new(_folder.FullName);
        Result = ReportWriter.Write(manifest, samples, SyntheticRun.Sources(manifest), Folder);
    }

    public RunFolder Folder { get; }
    public ReportResult Result { get; }

    public string Text(string name) => File.ReadAllText(Folder.In(name));

    public void Dispose() => _folder.Delete(recursive: true);
}
