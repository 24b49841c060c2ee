using System.Text.Json.Serialization;

namespace Bench.Analysis;

/// <summary>What an injected slowdown, or an A/A copy, showed in one metric.</summary>
/// <param name="Arm">Name of the arm.</param>
/// <param name="Touched">Whether the slowdown touches this metric by more than the margin.</param>
/// <param name="Asked">The ratio that it ought to have, 1 where it is not touched.</param>
/// <param name="Verdict">Against the original.</param>
public sealed record InjectedFinding(string Arm, bool Touched, double Asked, Verdict Verdict)
{
    /// <summary>Worse where it is touched, and neither better nor worse where it is not.</summary>
    [JsonPropertyName("asExpected")]
    public bool AsExpected =>
        Touched
            ? Verdict.Outcome == Outcome.Worse
            : Verdict.Outcome is Outcome.Equivalent or Outcome.Inconclusive;
}
