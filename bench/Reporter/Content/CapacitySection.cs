namespace Bench.Reporter.Content;

/// <summary>The capacities of one workload.</summary>
/// <param name="Anchor">Anchor in the page.</param>
/// <param name="Title">Heading.</param>
/// <param name="Paragraphs">What was looked for and how.</param>
/// <param name="Answers">A sentence for each lane.</param>
/// <param name="Capacities">Lane × terms.</param>
/// <param name="Figures">p99 against achieved throughput, one picture for each kind of terms.</param>
/// <param name="Overloads">What became of load beyond the capacity.</param>
/// <param name="Trials">Every launch.</param>
internal sealed record CapacitySection(
    string Anchor,
    string Title,
    IReadOnlyList<string> Paragraphs,
    IReadOnlyList<AnswerLine> Answers,
    Table Capacities,
    IReadOnlyList<Figure> Figures,
    Table Overloads,
    Table Trials
);
