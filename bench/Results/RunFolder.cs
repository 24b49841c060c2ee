using System.Text.Json;

namespace Bench.Results;

/// <summary>The files of one run.</summary>
public sealed class RunFolder(string path)
{
    public string Path { get; } = System.IO.Path.GetFullPath(path);
    public string ManifestPath => In("manifest.json");
    public string SamplesPath => In("samples.jsonl");
    public string SourcesPath => In("sources.json");
    public string ChartsPath => In("charts");

    public string In(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Writes the manifest under a temporary name and renames it, so that it is whole or absent.</summary>
    public void WriteManifest(RunManifest manifest) =>
        AtomicFile.Write(ManifestPath, JsonSerializer.SerializeToUtf8Bytes(manifest, Indented.RunManifest));

    public void WriteSources(List<SourceFile> sources) =>
        AtomicFile.Write(SourcesPath, JsonSerializer.SerializeToUtf8Bytes(sources, Indented.ListSourceFile));

    /// <exception cref="ResultsException">There is no readable manifest of this schema version.</exception>
    public RunManifest ReadManifest()
    {
        if (!File.Exists(ManifestPath))
        {
            throw new ResultsException(
                $"{Path}: not a run folder (no manifest.json); give the folder that `run` wrote"
            );
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(ManifestPath));
            SchemaVersion.Check(document.RootElement, ManifestPath);
            return document.Deserialize(ResultsJson.Default.RunManifest)
                ?? throw new JsonException("the file is null");
        }
        catch (JsonException error)
        {
            throw new ResultsException(
                $"{ManifestPath}: not a manifest ({error.Message.Split('\n')[0]}); use another folder",
                error
            );
        }
    }

    /// <summary>The run's samples; none yet when the file does not exist.</summary>
    /// <exception cref="ResultsException">The file is damaged, or a sample belongs to another run.</exception>
    public List<Sample> ReadSamples(string run, out int tornBytes)
    {
        tornBytes = 0;
        var samples = File.Exists(SamplesPath) ? SampleLog.Read(SamplesPath, out tornBytes) : [];
        var foreign = samples.FindIndex(sample => sample.Run != run);
        return foreign < 0
            ? samples
            : throw new ResultsException(
                $"{SamplesPath}:{foreign + 1}: a sample of run '{samples[foreign].Run}' in the folder of run '{run}'; "
                    + "remove the line or use another folder"
            );
    }

    /// <summary>Code of the lanes as run; empty when the folder has none.</summary>
    public List<SourceFile> ReadSources() =>
        File.Exists(SourcesPath)
            ? JsonSerializer.Deserialize(File.ReadAllBytes(SourcesPath), ResultsJson.Default.ListSourceFile)
                ?? []
            : [];

    private static ResultsJson Indented { get; } =
        new(new JsonSerializerOptions(ResultsJson.Default.Options) { WriteIndented = true });
}
