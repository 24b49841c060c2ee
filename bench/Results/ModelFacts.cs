namespace Bench.Results;

/// <summary>What a report needs to know of a model.</summary>
public sealed record ModelFacts(string Id, string Title, string Summary);
