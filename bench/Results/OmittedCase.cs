namespace Bench.Results;

/// <summary>A case that a gate does not compare.</summary>
/// <param name="Case">Its permanent id.</param>
/// <param name="Reason">Why, for a reader.</param>
public sealed record OmittedCase(string Case, string Reason);
