using System.Diagnostics;
using System.Globalization;
using Bench.Analysis;
using Bench.Cli.Terminal;
using Bench.Measurement.Floors;
using Bench.Measurement.Machine;
using Bench.Measurement.Planning;
using Bench.Measurement.Runs;
using Bench.Results;

namespace Bench.Cli.Measuring;

/// <summary>Measures every lane and every form once a round, in random order, each launch in a process of its own.</summary>
internal sealed class FloorRun : IDisposable
{
    private readonly FloorBook _book;
    private readonly int _rounds;
    private readonly ulong _seed;
    private readonly LaneLauncher _launcher;

    /// <param name="book">What is measured.</param>
    /// <param name="rounds">How often.</param>
    /// <param name="seed">Of the rounds' orders.</param>
    public FloorRun(FloorBook book, int rounds, ulong seed)
    {
        (_book, _rounds, _seed) = (book, rounds, seed);
        _launcher = new(_book.Programs);
    }

    /// <summary>What was measured; null when interrupted.</summary>
    public FloorTrials? Take(CancellationToken interrupted)
    {
        var startedAt = DateTimeOffset.UtcNow;
        var machine = MachineProbe.Look();
        var launches = _book.Cases.ToDictionary(item => item.Planned.Case, _ => new List<FloorLaunch>());
        Talk.Line(
            $"{Quantities.Counted(_rounds, "round")} of {_book.Cases.Count} launches each: lanes, and their models' public benchmarks in their form"
        );
        try
        {
            for (var round = 1; round <= _rounds; round++)
            {
                Measure(round, launches, interrupted);
            }
        }
        catch (OperationCanceledException)
        {
            return null;
        }

        return new()
        {
            Run = string.Create(CultureInfo.InvariantCulture, $"{startedAt:yyyyMMdd-HHmmss}-floors"),
            StartedAt = startedAt,
            Commit = Checkout.Commit(BuildFacts.Repository),
            Machine = machine.Fingerprint,
            LogicalProcessors = machine.LogicalProcessors,
            Seed = _seed,
            Rounds = _rounds,
            Patterns = [.. Patterns.All.Select(pattern => pattern.Facts)],
            Arms = [.. _book.Cases.Select(item => item.Arm with { Launches = launches[item.Planned.Case] })],
        };
    }

    public void Dispose() => _launcher.Dispose();

    private void Measure(
        int round,
        Dictionary<string, List<FloorLaunch>> launches,
        CancellationToken interrupted
    )
    {
        var watch = Stopwatch.StartNew();
        var order = Plan.Order(_book.Cases.Select(item => item.Planned), _seed, round);
        foreach (var (place, planned) in order.Index())
        {
            var sample = _launcher.LaunchAsync(planned, round, interrupted).GetAwaiter().GetResult();
            launches[planned.Case].Add(FloorLaunch.Of(sample, place + 1));
        }

        var left = watch.Elapsed * (_rounds - round);
        Talk.Line(
            string.Create(
                CultureInfo.InvariantCulture,
                $"round {round} of {_rounds}: {watch.Elapsed.TotalSeconds:0} s{(round < _rounds ? $", about {left.TotalSeconds:0} s left" : "")}"
            )
        );
    }
}
