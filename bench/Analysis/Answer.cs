namespace Bench.Analysis;

/// <summary>What a scenario's samples say of who is best in one metric.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Metric">The metric.</param>
/// <param name="Best">Arms that nothing is shown to beat: one is best alone, several are tied or undecided; empty without samples.</param>
/// <param name="Alone">True when the one best arm is shown to be better than every other.</param>
/// <param name="Against">Verdicts on the leading arm (contender) against each other arm, closest first.</param>
/// <param name="Sentence">The answer for the report's first lines.</param>
public sealed record Answer(
    Scenario Scenario,
    Metric Metric,
    IReadOnlyList<Arm> Best,
    bool Alone,
    IReadOnlyList<Verdict> Against,
    string Sentence
);
