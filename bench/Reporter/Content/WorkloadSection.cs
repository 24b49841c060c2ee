namespace Bench.Reporter.Content;

/// <summary>One workload of the report.</summary>
/// <param name="Anchor">Anchor in the page.</param>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Summary">What is done.</param>
/// <param name="Operation">What one operation is.</param>
/// <param name="Common">Parameters that all its scenarios share; empty when there are none.</param>
/// <param name="Answers">The headline answers, one for each kind of terms.</param>
/// <param name="Growth">Pictures over several scenarios.</param>
/// <param name="Terms">As told beside on equal terms, one table for each set of parameters that has both.</param>
/// <param name="Crossovers">Where models overtake each other along its sweeps: one table, or none without a sweep.</param>
/// <param name="Scenarios">Its scenarios.</param>
/// <param name="Code">What the code takes: one table, or none when the run did not keep it.</param>
/// <param name="Listings">Its lanes' code.</param>
internal sealed record WorkloadSection(
    string Anchor,
    string Id,
    string Title,
    string Summary,
    string Operation,
    string Common,
    IReadOnlyList<AnswerLine> Answers,
    IReadOnlyList<Figure> Growth,
    IReadOnlyList<Table> Terms,
    IReadOnlyList<Table> Crossovers,
    IReadOnlyList<ScenarioSection> Scenarios,
    IReadOnlyList<Table> Code,
    IReadOnlyList<Listing> Listings
);
