using System.Diagnostics;
using System.Globalization;
using Bench.Analysis.Faults;
using Bench.Cli.Terminal;
using Bench.Measurement.Faults;
using Bench.Measurement.Machine;
using Bench.Results;

namespace Bench.Cli.Measuring;

/// <summary>Tries faults on clusters, one after the other, each in a process of its own.</summary>
/// <param name="models">The models.</param>
/// <param name="targets">Ids of those that are hit.</param>
/// <param name="faults">The faults.</param>
internal sealed class FaultRun(Models models, IReadOnlyList<string> targets, IReadOnlyList<Fault> faults)
    : IDisposable
{
    private readonly FaultLauncher _launcher = new();

    /// <summary>Every fault on every model; null when interrupted.</summary>
    public FaultTrials? Take(CancellationToken interrupted)
    {
        var startedAt = DateTimeOffset.UtcNow;
        List<FaultTrial> trials = [];
        foreach (var (model, fault) in targets.SelectMany(model => faults.Select(fault => (model, fault))))
        {
            var watch = Stopwatch.StartNew();
            try
            {
                trials.Add(
                    _launcher
                        .TryAsync(
                            fault,
                            model,
                            models.FaultTargets[model],
                            models.Programs[model],
                            interrupted
                        )
                        .GetAwaiter()
                        .GetResult()
                );
            }
            catch (OperationCanceledException)
            {
                return null;
            }

            var outcome = FaultWords.Of(FaultFinding.Of(trials[^1]).Outcome);
            Talk.Line(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{trials.Count} of {targets.Count * faults.Count}: {model}, {fault.Id}: {outcome} ({watch.Elapsed.TotalSeconds:0} s)"
                )
            );
        }

        return new()
        {
            Run = string.Create(CultureInfo.InvariantCulture, $"{startedAt:yyyyMMdd-HHmmss}-faults"),
            StartedAt = startedAt,
            Commit = Checkout.Commit(BuildFacts.Repository),
            Machine = MachineProbe.Look().Fingerprint,
            Trials = trials,
        };
    }

    public void Dispose() => _launcher.Dispose();
}
