using System.Text.Json.Serialization;

namespace Bench.Cli.Json;

/// <summary>Source-generated JSON of what the verbs print.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(CaseList))]
[JsonSerializable(typeof(VerdictList))]
[JsonSerializable(typeof(DoctorFindings))]
[JsonSerializable(typeof(CalibrationResult))]
[JsonSerializable(typeof(CrossoverList))]
[JsonSerializable(typeof(ClaimList))]
[JsonSerializable(typeof(PitfallList))]
[JsonSerializable(typeof(FloorList))]
[JsonSerializable(typeof(FaultList))]
[JsonSerializable(typeof(TrendList))]
[JsonSerializable(typeof(HistoryList))]
[JsonSerializable(typeof(GateResult))]
[JsonSerializable(typeof(DecisionDocument))]
internal sealed partial class CliJson : JsonSerializerContext;
