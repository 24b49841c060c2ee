using System.Globalization;
using Bench.Results;

namespace Bench.Measurement.Machine;

/// <summary>Whether a run can be written.</summary>
internal static class FolderCheck
{
    private const double Gibibyte = 1L << 30;
    private const long NeededBytes = 1L << 30;

    /// <param name="folder">Where runs are written; made when absent.</param>
    /// <param name="isNeeded">True when something is about to be written there: it must be possible then.</param>
    public static MachineCheck Of(string folder, bool isNeeded)
    {
        const string Name = "room for reports";
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, $".probe-{Environment.ProcessId}");
            AtomicFile.Write(probe, [0]);
            File.Delete(probe);
            var free = new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace;
            var found = string.Create(
                CultureInfo.InvariantCulture,
                $"{free / Gibibyte:0.0} GiB free in {folder}"
            );
            return free >= NeededBytes
                ? new(Name, found, MachineVerdict.Ok)
                : new(
                    Name,
                    found,
                    MachineVerdict.Warning,
                    "a long run with its report may not fit; free a gibibyte"
                );
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new(
                Name,
                $"{folder} cannot be written",
                isNeeded ? MachineVerdict.Unfit : MachineVerdict.Warning,
                $"{error.Message} Choose another folder with --out"
            );
        }
    }
}
