namespace Bench.Workloads;

/// <summary>One operation as it was seen from outside.</summary>
/// <param name="Operation">What was asked.</param>
/// <param name="Result">What came back.</param>
/// <param name="DoneBefore">Operations that each caller had done before it began.</param>
/// <param name="AskedAfter">Operations that each caller had begun when it had ended, itself included.</param>
internal sealed record MapLook(
    MapOperation Operation,
    long Result,
    IReadOnlyList<long> DoneBefore,
    IReadOnlyList<long> AskedAfter
);
