using Bench.Analysis;
using Bench.Results;

namespace Bench.Cli.Comparing;

/// <summary>An arm that has refused samples, or no valid one.</summary>
/// <param name="Arm">The arm.</param>
/// <param name="Name">What a message calls it.</param>
internal sealed record RefusedSamples(Arm Arm, string Name)
{
    /// <summary>
    /// Why the arm cannot stand in a gate, or null when enough of it is left: samples are refused for reasons that go with being slow
    /// (a late generator, a starved caller), so an arm that lost half of them would look better than it is.
    /// </summary>
    public string? Why =>
        Arm.Incorrect
            ? $"is incorrect in {Rounds(Arm.Refused.Count(refusal => refusal.Status == SampleStatus.Incorrect))}"
        : Arm.Samples.Count == 0 && Arm.Refused.Count == 0 ? "has no sample"
        : Arm.Refused.Count >= Arm.Samples.Count
            ? $"has {Arm.Refused.Count} of {Arm.Refused.Count + Arm.Samples.Count} samples refused ({Arm.Refused[0].Reasons[0]})"
        : null;

    /// <summary>What was refused, for a note.</summary>
    public string Note =>
        Why is { } why
            ? $"{Name} {why}"
            : $"{Name} ({Rounds(Arm.Refused.Count)}: {Arm.Refused[0].Reasons[0]})";

    public static IEnumerable<RefusedSamples> In(RunAnalysis run) =>
        from scenario in run.Scenarios
        from arm in scenario.Arms
        where arm.Refused.Count > 0 || arm.Samples.Count == 0
        select new RefusedSamples(arm, $"{arm.Name} in {scenario.Title}");

    private static string Rounds(int count) => count == 1 ? "1 round" : $"{count} rounds";
}
