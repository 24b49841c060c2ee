namespace Bench.Measurement.Faults;

/// <summary>What a model's program is asked to try.</summary>
/// <param name="Fault">Id of the fault.</param>
/// <param name="TrialPath">Where the trial is written.</param>
/// <param name="Facts">What is known of the trial beforehand.</param>
internal sealed record FaultRequest(string Fault, string TrialPath, Results.FaultTrial Facts);
