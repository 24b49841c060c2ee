using System.Text.Json.Serialization;
using Bench.Measurement.Faults;

namespace Bench.Measurement.Hosting;

/// <summary>Source-generated JSON of what the runner and the model's process say to each other.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SampleRequest))]
[JsonSerializable(typeof(FaultRequest))]
internal sealed partial class HostingJson : JsonSerializerContext;
