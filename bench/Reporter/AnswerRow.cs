namespace Bench.Reporter;

/// <summary>An answer as a row of a table: for those who have no page.</summary>
/// <param name="Workload">Id of the workload.</param>
/// <param name="Terms">Told or equal.</param>
/// <param name="Best">Who is best, or between whom it is open.</param>
/// <param name="Figure">The metric that matters, its value and its interval.</param>
/// <param name="Next">The lead over the next, with its interval; empty when none is shown.</param>
public sealed record AnswerRow(string Workload, string Terms, string Best, string Figure, string Next);
