using System.Security.Cryptography;

namespace Bench.Cli.Gating;

/// <summary>The programs that were built from this tree.</summary>
internal static class TreePrograms
{
    private const int FingerprintLength = 16;
    private static readonly string[] s_shared = ["Measurement.dll", "Results.dll", "Workloads.dll"];

    /// <summary>What is measured by them: the models' programs and the suite's own code that they load.</summary>
    public static string Fingerprint(Models models)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var programs = models.Programs.Values.Order(StringComparer.Ordinal).ToList();
        var shared = s_shared.Select(name => Path.Combine(Path.GetDirectoryName(programs[0])!, name));
        foreach (var file in programs.Concat(shared))
        {
            hash.AppendData(File.ReadAllBytes(file));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..FingerprintLength];
    }

    /// <summary>A source file that was changed after it was last compiled; null when all are in the programs.</summary>
    /// <param name="suite">Root of the suite.</param>
    /// <param name="programs">Folder of the programs.</param>
    /// <param name="changed">Paths that differ from base, from the root.</param>
    public static string? Stale(string suite, string programs, IEnumerable<string> changed) =>
        changed.FirstOrDefault(path =>
            path.Split('/') is ["bench", var project, .., var file]
            && file.EndsWith(".cs", StringComparison.Ordinal)
            && new FileInfo(Path.Combine(suite, path)) is { Exists: true } source
            && new FileInfo(Path.Combine(programs, $"{project}.dll")) is { Exists: true } program
            && source.LastWriteTimeUtc > program.LastWriteTimeUtc
        );
}
