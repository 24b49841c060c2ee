using Bench.Results;

namespace Bench.Reporter.Charts;

/// <summary>Operations of one lane, in the order of their start.</summary>
internal sealed record OperationRows(string Name, IReadOnlyList<TracedOperation> Operations);
