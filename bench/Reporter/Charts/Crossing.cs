namespace Bench.Reporter.Charts;

/// <summary>A place along a line chart at which one line overtakes another, in plot coordinates.</summary>
/// <param name="At">Where.</param>
/// <param name="Low">Lower end of its interval.</param>
/// <param name="High">Upper end of its interval.</param>
/// <param name="Label">What overtakes what.</param>
internal sealed record Crossing(double At, double Low, double High, string Label);
