namespace Bench.Reporter.Interactive;

/// <summary>Cases that may be compared.</summary>
/// <param name="Anchor">Anchor in the page, where its answer is, and its name in a link to a view.</param>
/// <param name="Place">Parameters and terms.</param>
/// <param name="Arms">Its cases and copies; those out of reach last.</param>
/// <param name="Best">Pairs of a metric's and an arm's index: shown to be better than every other.</param>
internal sealed record ExplorerScenario(
    string Anchor,
    string Place,
    IReadOnlyList<ExplorerArm> Arms,
    IReadOnlyList<int[]> Best
);
