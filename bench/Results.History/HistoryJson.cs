using System.Text.Json.Serialization;

namespace Bench.Results.History;

/// <summary>Source-generated JSON of what a history keeps and exports, with the options of <see cref="ResultsJson"/>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.Strict,
    RespectNullableAnnotations = true
)]
[JsonSerializable(typeof(RunManifest))]
[JsonSerializable(typeof(List<Sample>))]
[JsonSerializable(typeof(SortedDictionary<string, string>))]
[JsonSerializable(typeof(HistoryLine))]
internal sealed partial class HistoryJson : JsonSerializerContext;
