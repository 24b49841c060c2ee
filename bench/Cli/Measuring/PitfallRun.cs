using System.Diagnostics;
using System.Globalization;
using Bench.Analysis.Pitfalls;
using Bench.Cli.Terminal;
using Bench.Measurement.Machine;
using Bench.Measurement.Pitfalls;
using Bench.Measurement.Runs;
using Bench.Results;

namespace Bench.Cli.Measuring;

/// <summary>
/// Tries every pitfall: its right lane once, its wrong lane until it is caught, each launch in a process of its own. Some faults
/// are a matter of chance, so one that got away is tried again.
/// </summary>
internal sealed class PitfallRun : IDisposable
{
    private static readonly TimeSpan s_budget = TimeSpan.FromSeconds(60);
    private readonly PitfallBook _book;
    private readonly LaneLauncher _launcher;

    public PitfallRun(Models models)
    {
        _book = PitfallBook.Of(models);
        _launcher = new(_book.Programs);
    }

    /// <summary>
    /// What was seen of every pitfall within a minute; those for which no time was left lack launches. Null when interrupted.
    /// </summary>
    public PitfallTrials? Take(CancellationToken interrupted)
    {
        using var budget = new CancellationTokenSource(s_budget);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(budget.Token, interrupted);
        var startedAt = DateTimeOffset.UtcNow;
        List<PitfallTrial> trials = [];
        foreach (var pitfall in _book.Pitfalls)
        {
            var watch = Stopwatch.StartNew();
            trials.Add(Try(pitfall, either.Token));
            if (interrupted.IsCancellationRequested)
            {
                return null;
            }

            var outcome = PitfallCheck.Of(trials[^1]).Outcome;
            Talk.Line(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{trials.Count} of {_book.Pitfalls.Count}: {pitfall.Facts.Id}: {PitfallWords.Of(outcome)} ({watch.Elapsed.TotalSeconds:0.0} s)"
                )
            );
        }

        return new()
        {
            Run = string.Create(CultureInfo.InvariantCulture, $"{startedAt:yyyyMMdd-HHmmss}-pitfalls"),
            StartedAt = startedAt,
            Commit = Checkout.Commit(BuildFacts.Repository),
            Machine = MachineProbe.Look().Fingerprint,
            Trials = trials,
        };
    }

    public void Dispose() => _launcher.Dispose();

    private PitfallTrial Try(Pitfall pitfall, CancellationToken stopped)
    {
        List<Sample> wrong = [];
        List<Sample> right = [];
        var trial = new PitfallTrial(pitfall.Facts, wrong, right);
        try
        {
            right.Add(Launch(pitfall.Right, 1, stopped));
            do
            {
                wrong.Add(Launch(pitfall.Wrong, wrong.Count + 1, stopped));
            } while (PitfallCheck.Of(trial).Outcome == PitfallOutcome.NotTried);
        }
        catch (OperationCanceledException)
        {
            // Interrupted, or the budget is spent: then what was seen so far is judged.
        }

        return trial;
    }

    private Sample Launch(PlannedCase planned, int number, CancellationToken stopped) =>
        _launcher.LaunchAsync(planned, number, stopped).GetAwaiter().GetResult();
}
