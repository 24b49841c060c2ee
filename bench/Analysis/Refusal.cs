namespace Bench.Analysis;

/// <summary>A sample that enters no figure.</summary>
/// <param name="Round">Its round.</param>
/// <param name="Status">How its process ended: see <see cref="Bench.Results.SampleStatus"/>.</param>
/// <param name="Reasons">Why it is refused; never empty.</param>
public sealed record Refusal(int Round, string Status, IReadOnlyList<string> Reasons);
