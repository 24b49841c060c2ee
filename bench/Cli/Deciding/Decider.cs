using System.Diagnostics;
using Bench.Analysis.Capacity;
using Bench.Analysis.Decisions;
using Bench.Cli.Measuring;
using Bench.Cli.Terminal;
using Bench.Measurement.Planning;
using Bench.Results;

namespace Bench.Cli.Deciding;

/// <summary>Measures what is missing for a decision, in the order in which it is needed, as far as the budget goes.</summary>
/// <param name="models">The models.</param>
/// <param name="request">What is asked.</param>
/// <param name="folder">The decision's folder.</param>
/// <param name="evidence">What is there.</param>
internal sealed class Decider(
    Models models,
    DecisionRequest request,
    RunFolder folder,
    DecisionEvidence evidence
)
{
    /// <summary>The launches at the load asked for go on into the second half of the budget only once capacities were looked for.</summary>
    private const double LevelShare = 0.5;

    private static readonly TimeSpan s_pitfalls = TimeSpan.FromSeconds(60);

    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly IReadOnlyList<Option> _options = DecisionOptions.Of(request);
    private EvidenceRun? _level;

    /// <summary>All evidence, what was measured since included.</summary>
    public DecisionEvidence Evidence { get; private set; } = evidence;

    /// <summary>How long a round of what is open takes, seconds; null when nothing was measured.</summary>
    public double? RoundSeconds { get; private set; }

    /// <summary>Why measuring ended before everything was looked for; null when it did not.</summary>
    public string? Ended { get; private set; }

    /// <summary>The decision by everything that is there.</summary>
    public Decision Decide() =>
        DecisionAnalysis.Of(
            request.Requirement,
            _options,
            Evidence.Level,
            Evidence.Capacities(request.Requirement, request.Own),
            Evidence.Findings
        );

    /// <summary>Measures.</summary>
    /// <returns>How it ended; when early, the user has been told what is kept.</returns>
    public RunEnd Measure(CancellationToken interrupted)
    {
        DecisionOutlook.Say(request, _options);
        using var level = LiveRun.Begin(
            models,
            NewManifest.WriteTo(
                folder.In(DecisionEvidence.LevelFolder),
                DecisionManifests.Level(request, _options)
            )
        );
        var rounds = new LevelRounds(
            level,
            () =>
            {
                Keep(level);
                return Decide();
            }
        );
        Keep(level);
        var end = rounds.Measure(FitsFirst, interrupted);
        end = end == RunEnd.Done ? TryPitfalls(interrupted) : end;
        end = end == RunEnd.Done ? MeasureCapacities(interrupted) : end;
        end = end == RunEnd.Done ? rounds.Measure(Fits, interrupted) : end;
        Keep(level);
        RoundSeconds = rounds.RoundTime(Decide().Open.Select(option => option.Option.Case.Case)).TotalSeconds;
        if (level.Samples.Count > 0)
        {
            level.Redraw();
        }

        Ended = end switch
        {
            RunEnd.Interrupted => "measuring was interrupted; what is here was measured before.",
            RunEnd.Failed => "a folder could not be read or written; what is here was measured before.",
            _ => Ended,
        };
        return end;
    }

    private TimeSpan Left => request.Budget - Stopwatch.GetElapsedTime(_started);

    private bool Fits(TimeSpan round, int rounds) => round * rounds <= Left;

    // Nothing is known before the first look, so that may take all of the budget.
    private bool FitsFirst(TimeSpan round, int rounds) =>
        _level is { Samples.Count: > 0 }
            ? (round * rounds) + (request.Budget * (1 - LevelShare)) <= Left
            : Fits(round, rounds);

    private void Keep(LiveRun level)
    {
        _level = new(level.Manifest, [.. level.Samples], level.Sources, level.Folder.Path);
        Evidence = Evidence.With(_level);
    }

    private RunEnd TryPitfalls(CancellationToken interrupted)
    {
        if (Evidence.Pitfalls is not null || Left < s_pitfalls)
        {
            return RunEnd.Done;
        }

        Talk.Line("pitfalls: faults that the models invite, brought about on purpose (a minute at most)");
        using var run = new PitfallRun(models);
        if (run.Take(interrupted) is not { } trials)
        {
            return RunEnd.Interrupted;
        }

        folder.WritePitfalls(trials);
        Evidence = Evidence with { Pitfalls = trials };
        return RunEnd.Done;
    }

    private RunEnd MeasureCapacities(CancellationToken interrupted)
    {
        var known = Evidence
            .Capacities(request.Requirement, request.Own)
            .Where(lane => lane.Estimate.State != CapacityState.Unfinished)
            .Select(lane => (lane.Target.Model, lane.Target.Variant, lane.Target.Terms))
            .ToHashSet();
        var targets = DecisionOptions
            .Targets(request, _options)
            .FindAll(target => !known.Contains((target.Model, target.Variant, target.Terms)));
        if (targets.Count == 0)
        {
            return RunEnd.Done;
        }

        using var run = CapacityRun.Begin(
            models,
            request,
            targets,
            Evidence,
            folder.In(DecisionEvidence.CapacityFolder)
        );
        var rivals = Rivals();
        var end = new CapacityLoop(
            run,
            models.Lanes,
            FitsTrials,
            target => rivals.Contains((target.Model, target.Variant, target.Terms))
        ).Measure(interrupted);
        Evidence = Evidence.With(new(run.Manifest, [.. run.Samples], run.Sources, run.Folder.Path));
        var open = CapacityAnalysis
            .Of(run.Manifest, run.Samples)!
            .Lanes.Count(lane => lane.Estimate.State == CapacityState.Unfinished);
        if (open > 0)
        {
            Ended =
                $"the budget of {TimeBudget.Format(request.Budget)} ended before the search for {(open == 1 ? "1 capacity" : $"{open} capacities")} was over; a larger one finds them.";
        }

        if (run.Samples.Count > 0)
        {
            run.Redraw();
        }

        return end;
    }

    /// <summary>Who may be the answer: their capacities are looked for first.</summary>
    private HashSet<(string Model, string Variant, string Terms)> Rivals()
    {
        var options = Decide().Options.Where(option => option.Option.IsOnEqualTerms).ToList();
        var able = options.FindAll(option => option.State is OptionState.Meets or OptionState.Undecided);
        return
        [
            .. (able.Count > 0 ? able : options)
                .Select(option => option.Option.Case)
                .Select(planned => (planned.Model, planned.Variant, planned.Terms)),
        ];
    }

    private bool FitsTrials(IReadOnlyList<PlannedCase> trials) =>
        Fits(TimeSpan.FromSeconds(trials.Sum(LevelRounds.LaunchSeconds)), 1);
}
