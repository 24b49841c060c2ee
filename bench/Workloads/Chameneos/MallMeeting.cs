namespace Bench.Workloads;

/// <summary>Two creatures meet; both are to be told.</summary>
/// <param name="First">Who had waited.</param>
/// <param name="Second">Who came.</param>
public readonly record struct MallMeeting(MallVisit First, MallVisit Second);
