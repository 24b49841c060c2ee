using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Bench.Results;

/// <summary>The files of one run.</summary>
public sealed class RunFolder(string path)
{
    public string Path { get; } =
        path.Length == 0
            ? throw new ResultsException("the folder's name is empty; give a folder")
            : System.IO.Path.GetFullPath(path);

    public string ManifestPath => In("manifest.json");
    public string SamplesPath => In("samples.jsonl");
    public string SourcesPath => In("sources.json");
    public string PitfallsPath => In("pitfalls.json");
    public string FloorsPath => In("floors.json");
    public string FaultsPath => In("faults.json");
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
        catch (Exception error) when (error is JsonException or InvalidOperationException)
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
        return Own(run, File.Exists(SamplesPath) ? SampleLog.Read(SamplesPath, out tornBytes) : []);
    }

    /// <summary>The same for those who draw nothing: see <see cref="Sample.FiguresOnly"/>.</summary>
    /// <exception cref="ResultsException">The file is damaged, or a sample belongs to another run.</exception>
    public List<Sample> ReadFigures(string run, out int tornBytes)
    {
        tornBytes = 0;
        return Own(run, File.Exists(SamplesPath) ? SampleLog.ReadFigures(SamplesPath, out tornBytes) : []);
    }

    /// <summary>Code of the lanes as run; empty when the folder has none.</summary>
    /// <exception cref="ResultsException">The file is damaged.</exception>
    public List<SourceFile> ReadSources()
    {
        try
        {
            return File.Exists(SourcesPath)
                ? JsonSerializer.Deserialize(
                    File.ReadAllBytes(SourcesPath),
                    ResultsJson.Default.ListSourceFile
                ) ?? []
                : [];
        }
        catch (JsonException error)
        {
            throw new ResultsException(
                $"{SourcesPath}: not a list of sources; remove the file, and the report goes without the code",
                error
            );
        }
    }

    public void WritePitfalls(PitfallTrials trials) =>
        AtomicFile.Write(PitfallsPath, JsonSerializer.SerializeToUtf8Bytes(trials, Indented.PitfallTrials));

    /// <summary>What was seen of the pitfalls; null when the folder has no such file.</summary>
    /// <exception cref="ResultsException">The file is damaged or of another schema version.</exception>
    public PitfallTrials? ReadPitfalls() =>
        Read(
            PitfallsPath,
            ResultsJson.Default.PitfallTrials,
            "what was seen of pitfalls",
            "verify --pitfalls"
        );

    public void WriteFloors(FloorTrials trials) =>
        AtomicFile.Write(FloorsPath, JsonSerializer.SerializeToUtf8Bytes(trials, Indented.FloorTrials));

    /// <summary>The floors that were measured; null when the folder has no such file.</summary>
    /// <exception cref="ResultsException">The file is damaged or of another schema version.</exception>
    public FloorTrials? ReadFloors() =>
        Read(FloorsPath, ResultsJson.Default.FloorTrials, "measured floors", "floors");

    public void WriteFaults(FaultTrials trials) =>
        AtomicFile.Write(FaultsPath, JsonSerializer.SerializeToUtf8Bytes(trials, Indented.FaultTrials));

    /// <summary>What faults did to clusters; null when the folder has no such file.</summary>
    /// <exception cref="ResultsException">The file is damaged or of another schema version.</exception>
    public FaultTrials? ReadFaults() =>
        Read(FaultsPath, ResultsJson.Default.FaultTrials, "what faults did", "faults");

    private T? Read<T>(string file, JsonTypeInfo<T> type, string what, string verb)
        where T : class
    {
        if (!File.Exists(file))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            SchemaVersion.Check(document.RootElement, file);
            return document.Deserialize(type) ?? throw new JsonException("the file is null");
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new ResultsException(
                $"{file}: not {what} ({error.Message.Split('\n')[0]}); remove it and take it again: ./run.sh {verb} --out {Path}",
                error
            );
        }
    }

    /// <summary>
    /// Claims the folder for one writer until the returned stream is disposed; the system lets go of it when the
    /// process dies, however it dies.
    /// </summary>
    /// <exception cref="ResultsException">Another process is writing to the folder.</exception>
    public FileStream Lock()
    {
        try
        {
            return new FileStream(
                In(".lock"),
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                FileShare.None,
                bufferSize: 1,
                FileOptions.DeleteOnClose
            );
        }
        catch (IOException error)
        {
            throw new ResultsException(
                $"{Path} is being written by another run; wait for its end or stop it",
                error
            );
        }
    }

    private List<Sample> Own(string run, List<Sample> samples)
    {
        var foreign = samples.FindIndex(sample => sample.Run != run);
        return foreign < 0
            ? samples
            : throw new ResultsException(
                $"{SamplesPath}:{foreign + 1}: a sample of run '{samples[foreign].Run}' in the folder of run '{run}'; "
                    + "remove the line or use another folder"
            );
    }

    private static ResultsJson Indented { get; } =
        new(new JsonSerializerOptions(ResultsJson.Default.Options) { WriteIndented = true });
}
