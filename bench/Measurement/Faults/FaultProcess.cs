using System.Text.Json;
using Bench.Measurement.Hosting;
using Bench.Results;

namespace Bench.Measurement.Faults;

/// <summary>A process that does one fault to a cluster of its model and writes what it saw.</summary>
public static class FaultProcess
{
    /// <summary>The argument before the request's file.</summary>
    public const string Option = "--fault";

    /// <param name="requestPath">The file that says which fault.</param>
    /// <param name="create">Makes the model's cluster, not started yet.</param>
    /// <returns>The process's exit code.</returns>
    public static int Run(string requestPath, Func<IFaultyCluster> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        var request = JsonSerializer.Deserialize(
            File.ReadAllBytes(requestPath),
            HostingJson.Default.FaultRequest
        )!;
        var fault = Fault.All.Single(fault => fault.Id == request.Fault);
        var trial = Try(fault, request.Facts, create);
        AtomicFile.Write(
            request.TrialPath,
            JsonSerializer.SerializeToUtf8Bytes(trial, ResultsJson.Default.FaultTrial)
        );
        return trial.Missing is null ? 0 : 1;
    }

    private static FaultTrial Try(Fault fault, FaultTrial facts, Func<IFaultyCluster> create)
    {
        try
        {
            using var cluster = create();
            return cluster.WhyNot is { } reason
                ? facts with
                {
                    Missing = reason,
                    IsSkipped = true,
                }
                : new FaultConductor(fault, cluster, new()).Run(facts);
        }
        catch (LaneFailureException error)
        {
            return facts with { Missing = error.Message };
        }
    }
}
