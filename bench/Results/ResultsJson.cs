using System.Text.Json.Serialization;

namespace Bench.Results;

/// <summary>Source-generated JSON for samples and manifests: camelCase, nulls written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.Strict,
    RespectNullableAnnotations = true
)]
[JsonSerializable(typeof(Sample))]
[JsonSerializable(typeof(RunManifest))]
[JsonSerializable(typeof(List<SourceFile>))]
[JsonSerializable(typeof(PitfallTrials))]
[JsonSerializable(typeof(FloorTrials))]
[JsonSerializable(typeof(FaultTrials))]
[JsonSerializable(typeof(FaultTrial))]
public sealed partial class ResultsJson : JsonSerializerContext;
