using System.Globalization;

namespace Bench.Results.History;

/// <summary>A manifest as <c>runs</c> keeps it.</summary>
internal sealed record ManifestRow
{
    private const double Gibibyte = 1024 * 1024 * 1024;

    public int Id { get; init; }
    public string Run { get; init; } = "";
    public string StartedAt { get; init; } = "";
    public string Preset { get; init; } = "";
    public string? GitCommit { get; init; }
    public string Seed { get; init; } = "";
    public int Rounds { get; init; }
    public string Command { get; init; } = "";
    public string Machine { get; init; } = "";
    public string MachineWords { get; init; } = "";
    public string Runtime { get; init; } = "";
    public string Packages { get; init; } = "";
    public int PlannedSamples { get; init; }
    public byte[] Manifest { get; init; } = [];

    public static ManifestRow Of(RunManifest manifest) =>
        new()
        {
            Run = manifest.Run,
            StartedAt = Stamp.Of(manifest.StartedAt),
            Preset = manifest.Preset,
            GitCommit = manifest.Commit,
            Seed = manifest.Seed.ToString(CultureInfo.InvariantCulture),
            Rounds = manifest.LastRound,
            Command = manifest.Command,
            Machine = manifest.Machine.Fingerprint,
            MachineWords = Words(manifest.Machine),
            Runtime = manifest.Machine.Runtime,
            Packages = System.Text.Json.JsonSerializer.Serialize(
                manifest.Packages,
                HistoryJson.Default.SortedDictionaryStringString
            ),
            PlannedSamples = manifest.PlannedSamples,
            Manifest = Document.Of(manifest, HistoryJson.Default.RunManifest),
        };

    private static string Words(MachineFacts machine) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{machine.Processor}, {machine.LogicalProcessors} processors, {machine.MemoryBytes / Gibibyte:0.#} GiB, {machine.OperatingSystem}, {machine.Architecture}"
        );
}
