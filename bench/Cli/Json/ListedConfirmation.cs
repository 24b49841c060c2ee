using Bench.Analysis;
using Bench.Analysis.Trends;

namespace Bench.Cli.Json;

/// <summary>What came of measuring a change again, of <c>trend --confirm --json</c>.</summary>
/// <param name="Outcome"><c>confirmed</c>, <c>notReproduced</c>, <c>open</c> or <c>notMeasured</c>.</param>
/// <param name="Reason">Why nothing was measured or nothing can be told; null where the figures speak for themselves.</param>
/// <param name="Comparison">The later commit against the earlier, as an element of <c>compare --json</c>; null when nothing was measured.</param>
internal sealed record ListedConfirmation(ConfirmationOutcome Outcome, string? Reason, Verdict? Comparison)
{
    public static ListedConfirmation Of(Confirmation confirmation) =>
        new(confirmation.Outcome, confirmation.Reason, confirmation.Verdict);
}
