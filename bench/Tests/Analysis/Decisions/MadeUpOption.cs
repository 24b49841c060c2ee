using Bench.Analysis.Decisions;
using Bench.Results;

namespace Bench.Tests.Analysis.Decisions;

/// <summary>An option whose truth is known.</summary>
internal sealed record MadeUpOption(string Model)
{
    public string Terms { get; init; } = "equal";
    public double Milliseconds { get; init; } = 50;
    public double Mebibytes { get; init; } = 100;
    public double Microseconds { get; init; } = 100;

    /// <summary>Share of operations that fail, by round.</summary>
    public Func<int, double> Errors { get; init; } = _ => 0;

    /// <summary>How far launches differ: the standard deviation of their logarithms.</summary>
    public double Spread { get; init; } = 0.005;

    public int Statements { get; init; } = 10;
    public int Rounds { get; init; } = 10;
    public string? OutOfReach { get; init; }

    /// <summary>What becomes of a sample.</summary>
    public Func<Sample, Sample> Change { get; init; } = sample => sample;

    public PlannedCase Case =>
        new()
        {
            Case = $"ping/{Model}/{Terms}/users=1000",
            Workload = "ping",
            Model = Model,
            Variant = "default",
            Terms = Terms,
            Parameters = new([new("users", "1000")]),
            Configuration = ParameterSet.Empty,
            LimitSeconds = 1,
            Source = $"bench/{Model}.cs",
        };

    public Option Option => new(Case, OutOfReach: OutOfReach);

    public SourceFile Source =>
        new(
            Case.Source,
            $"class C {{ void M(int x) {{ {string.Concat(Enumerable.Repeat("x++;", Statements))} }} }}"
        );

    public IEnumerable<Sample> Samples(string run) =>
        OutOfReach is not null ? [] : Enumerable.Range(1, Rounds).Select(round => Change(Sample(run, round)));

    private Sample Sample(string run, int round)
    {
        const int Operations = 10_000;
        var failed = (long)Math.Round(Errors(round) * Operations);
        return new()
        {
            Run = run,
            Round = round,
            Case = Case.Case,
            Workload = "ping",
            Model = Model,
            Terms = Terms,
            Parameters = Case.Parameters,
            Valid = true,
            Operations = new()
            {
                Intended = Operations,
                Completed = Operations - failed,
                Failed = failed,
            },
            DurationSeconds = 1,
            LatencyNanoseconds = new() { P99 = Milliseconds * 1e6 * Noise(round, 1) },
            MemoryBytes = new() { PeakResident = (long)(Mebibytes * 1024 * 1024 * Noise(round, 2)) },
            ProcessorSeconds = Microseconds * 1e-6 * (Operations - failed) * Noise(round, 3),
        };
    }

    // Deviations of equal size to both sides, whose mean is 0 over every two rounds, in an order of each option's and figure's own.
    private double Noise(int round, int figure)
    {
        var pair = (round - 1) / 2;
        var hash = (uint)((Model.Sum(letter => letter) * 31) + (figure * 7) + (pair * 13)) * 2654435761;
        var isUp = (hash >> 31) + (uint)round;
        return Math.Exp(Spread * (isUp % 2 == 0 ? 1 : -1));
    }
}
