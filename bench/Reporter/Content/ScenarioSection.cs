namespace Bench.Reporter.Content;

/// <summary>One scenario of a workload.</summary>
/// <param name="Anchor">Anchor in the page.</param>
/// <param name="Title">Parameters and terms.</param>
/// <param name="Terms">What the terms mean.</param>
/// <param name="Answer">Its answer.</param>
/// <param name="Lead">The picture that shows the metric that matters; none when nothing could be drawn.</param>
/// <param name="Others">Its other pictures.</param>
/// <param name="Table">All its figures.</param>
/// <param name="Traces">
/// In a run of two builds, this tree against base; in a traced run, where its units' time went and what tracing cost; else empty.
/// </param>
internal sealed record ScenarioSection(
    string Anchor,
    string Title,
    string Terms,
    AnswerLine Answer,
    IReadOnlyList<Figure> Lead,
    IReadOnlyList<Figure> Others,
    Table Table,
    IReadOnlyList<Table> Traces
);
