namespace Bench.Results.History;

/// <summary>The first line of an exported history.</summary>
/// <param name="SchemaVersion">Version of the file's form.</param>
internal sealed record HistoryHeader(int SchemaVersion)
{
    /// <summary>The version that this suite writes and reads.</summary>
    public const int Current = 1;
}
