namespace Bench.Results;

/// <summary>What lane and public form both do.</summary>
/// <param name="Id">Permanent lower-case id, such as <c>1p1c</c>.</param>
/// <param name="Title">A few words.</param>
/// <param name="Operation">What one operation is.</param>
public sealed record FloorPattern(string Id, string Title, string Operation);
