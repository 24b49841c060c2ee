namespace Bench.Workloads;

/// <summary>What one part of a request does: a few backend calls one after the other, then a result.</summary>
/// <param name="Steps">Backend calls.</param>
/// <param name="StepTime">Service time of each.</param>
/// <param name="FailsAt">The step after whose call it fails; null when it does not.</param>
/// <param name="Result">What it contributes to the request's total.</param>
public sealed record ChildPlan(int Steps, TimeSpan StepTime, int? FailsAt, long Result);
