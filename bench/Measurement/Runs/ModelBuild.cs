namespace Bench.Measurement.Runs;

/// <summary>The programs of one build of the suite.</summary>
/// <param name="Programs">Path of each model's program, by model id.</param>
/// <param name="Runtime">Version of the runtime to start them with; null for the one that they ask for.</param>
public sealed record ModelBuild(IReadOnlyDictionary<string, string> Programs, string? Runtime = null)
{
    /// <summary>What the dotnet host is started with before the program's own arguments.</summary>
    internal IReadOnlyList<string> Start(string model) =>
        Runtime is null ? [Programs[model]] : ["--fx-version", Runtime, Programs[model]];
}
