namespace Bench.Reporter.Charts;

/// <summary>A point of a line with its interval, in plot coordinates.</summary>
/// <param name="X">Across.</param>
/// <param name="Y">Up.</param>
/// <param name="Low">Lower end of the interval; the point itself when there is none.</param>
/// <param name="High">Upper end of the interval; the point itself when there is none.</param>
/// <param name="Marked">True where the line carries a marker.</param>
internal readonly record struct LinePoint(double X, double Y, double Low, double High, bool Marked);
