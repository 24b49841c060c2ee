using Bench.Measurement.Machine;
using Bench.Results;

namespace Bench.Cli;

/// <summary>Where evidence beside a run's samples may go (what was seen of pitfalls, floors): a run's folder, or one of its own.</summary>
internal static class EvidenceFolder
{
    /// <summary>The folder, made when it is not there.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="file">The file of the evidence: a folder that has it, and no run, is written to again.</param>
    /// <exception cref="UserException">It holds something else, or a run of another machine, or cannot be written.</exception>
    public static RunFolder Open(string path, Func<RunFolder, string> file)
    {
        var folder = new RunFolder(path);
        if (!File.Exists(folder.ManifestPath))
        {
            return File.Exists(file(folder)) ? folder : OutputFolder.Create(path);
        }

        var manifest = folder.ReadManifest();
        return manifest.Machine.Fingerprint == MachineProbe.Look().Fingerprint
            ? folder
            : throw new UserException(
                $"run {manifest.Run} in {folder.Path} is of another machine; give a run of this one, or a new folder"
            );
    }

    /// <summary>Writes while no other run does.</summary>
    /// <exception cref="ResultsException">Another run is writing to the folder.</exception>
    public static void Write(RunFolder folder, Action write)
    {
        using var claim = folder.Lock();
        write();
    }
}
