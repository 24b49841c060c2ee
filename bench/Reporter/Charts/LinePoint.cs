namespace Bench.Reporter.Charts;

/// <summary>A point of a line with its interval, in plot coordinates.</summary>
/// <param name="X">Across.</param>
/// <param name="Y">Up.</param>
/// <param name="Low">Lower end of the interval; the point itself when there is none.</param>
/// <param name="High">Upper end of the interval; the point itself when there is none.</param>
/// <param name="Marked">True where the line carries a marker.</param>
/// <param name="Banded">True where the interval is that of the whole: a band ends where it is not.</param>
internal readonly record struct LinePoint(
    double X,
    double Y,
    double Low,
    double High,
    bool Marked,
    bool Banded = true
);
