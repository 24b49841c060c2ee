using Bench.Results;

namespace Bench.Measurement.Machine;

/// <summary>Says that something is not known, instead of guessing.</summary>
internal static class Untold
{
    public static MachineCheck Check(string name, LinuxFiles files, string? because = null) =>
        new(
            name,
            !files.IsThere ? "not told: only Linux is asked"
                : because is null ? "not told by this system"
                : $"not told by this system: {because}",
            MachineVerdict.Note
        );
}
