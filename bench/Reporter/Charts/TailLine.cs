using Bench.Analysis;

namespace Bench.Reporter.Charts;

/// <summary>An arm and its percentile curve.</summary>
internal sealed record TailLine(Arm Arm, Line Line);
