using Bench.Measurement.Machine;
using Bench.Results;

namespace Bench.Cli;

/// <summary>Where <c>pitfalls.json</c> may go: a run's folder, or one of its own.</summary>
internal static class PitfallFolder
{
    /// <summary>The folder, made when it is not there.</summary>
    /// <exception cref="UserException">It holds something else, or a run of another machine, or cannot be written.</exception>
    public static RunFolder Open(string path)
    {
        var folder = new RunFolder(path);
        if (!File.Exists(folder.ManifestPath))
        {
            return File.Exists(folder.PitfallsPath) ? folder : OutputFolder.Create(path);
        }

        var manifest = folder.ReadManifest();
        return manifest.Machine.Fingerprint == MachineProbe.Look().Fingerprint
            ? folder
            : throw new UserException(
                $"run {manifest.Run} in {folder.Path} is of another machine; give a run of this one, or a new folder"
            );
    }

    /// <summary>Writes what was seen, whole or not at all.</summary>
    /// <exception cref="ResultsException">Another run is writing to the folder.</exception>
    public static void Write(RunFolder folder, PitfallTrials trials)
    {
        using var claim = folder.Lock();
        folder.WritePitfalls(trials);
    }
}
