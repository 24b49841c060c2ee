namespace Bench.Analysis;

/// <summary>Where one arm overtakes another along a parameter.</summary>
/// <param name="At">The parameter's value at which both do equally well.</param>
/// <param name="Low">Lower end of its 95 % interval.</param>
/// <param name="High">Upper end of its 95 % interval.</param>
/// <param name="Before">Name of the arm that leads at smaller values.</param>
/// <param name="After">Name of the arm that leads at larger values.</param>
public sealed record Crossover(double At, double Low, double High, string Before, string After);
