namespace Bench.Reporter.Home;

/// <summary>A link of the site.</summary>
/// <param name="Address">Where it leads.</param>
/// <param name="Text">What it says.</param>
internal sealed record Link(string Address, string Text);
