namespace Bench.Workloads;

/// <summary>One part of a request: a few backend calls one after the other, then a result.</summary>
/// <param name="Steps">Backend calls.</param>
/// <param name="StepTime">Service time of each.</param>
/// <param name="FailsAt">The step after whose call it fails; null when it does not.</param>
/// <param name="Result">What it contributes to the request's total.</param>
public sealed record ScopeChild(int Steps, TimeSpan StepTime, int? FailsAt, long Result)
{
    /// <summary>Takes the answer to the call of a step.</summary>
    /// <exception cref="ChildFaultException">The child fails at this step.</exception>
    public void Take(int step)
    {
        if (step == FailsAt)
        {
            throw new ChildFaultException($"a child fails at step {step}");
        }
    }
}
