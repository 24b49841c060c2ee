using System.Text.Json.Serialization;

namespace Bench.Reporter.Interactive;

/// <summary>Source-generated JSON of the page's data.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(ExplorerData))]
internal sealed partial class ExplorerJson : JsonSerializerContext;
