namespace Bench.Cli.Gating;

/// <summary>A build from the store, claimed for this process.</summary>
/// <param name="suite">Root of the suite.</param>
/// <param name="claim">Held as long as it is used.</param>
internal sealed class StoredBuild(string suite, FileStream claim) : IDisposable
{
    /// <summary>Path of the suite's program.</summary>
    public string Program { get; } = ProgramIn(suite);

    /// <summary>Path of each model's program that the build has.</summary>
    /// <param name="names">File name of each model's program, by model id.</param>
    public IReadOnlyDictionary<string, string> Programs(IReadOnlyDictionary<string, string> names) =>
        names
            .Select(item => (item.Key, Path: Path.Combine(Path.GetDirectoryName(Program)!, item.Value)))
            .Where(item => File.Exists(item.Path))
            .ToDictionary(item => item.Key, item => item.Path);

    public void Dispose() => claim.Dispose();

    /// <summary>Where a build leaves the suite's program.</summary>
    internal static string ProgramIn(string suite) =>
        Path.Combine(suite, "bench", "Cli", "bin", "Release", "net10.0", "bench.dll");
}
