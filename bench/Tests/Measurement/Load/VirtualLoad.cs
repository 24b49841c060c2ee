using Bench.Measurement.Clocks;
using Bench.Measurement.Load;
using Bench.Measurement.Recording;
using HdrHistogram;

namespace Bench.Tests.Measurement.Load;

/// <summary>A load run in virtual time from time 0, with what came of it.</summary>
internal sealed class VirtualLoad
{
    public static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    public const long Millisecond = 1_000_000;

    private readonly LatencyRecording _recording = new();

    public VirtualClock Clock { get; } = new();
    public InFlightGauge InFlight { get; } = new();
    public TimeSpan WarmUp { get; init; } = TimeSpan.Zero;
    public TimeSpan End { get; init; } = Second;
    public TimeSpan Deadline { get; init; } = TimeSpan.MaxValue;
    public TimeSpan Grace { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Long loads do without the list of their calls.</summary>
    public bool KeepsCalls { get; init; } = true;

    public List<Call<long, bool>> Ended { get; } = [];
    public LongHistogram Latencies => _recording.Merged();
    public double MeanLatencySeconds => _recording.TotalNanoseconds() / Latencies.TotalCount / 1e9;
    public double P99Milliseconds => Latencies.GetValueAtPercentile(99) / 1e6;

    public LoadTally Run(
        IArrivals arrivals,
        Func<Call<long, bool>, bool> admit,
        out Answers answers,
        LoadSeries? series = null
    )
    {
        var window = new LoadWindow(
            (long)WarmUp.TotalNanoseconds,
            (long)End.TotalNanoseconds,
            Deadline,
            Grace
        );
        _recording.Restart(window.CountFrom, TimeSpan.FromSeconds(1));
        var generator = new LoadGenerator<long, bool>(
            Clock,
            arrivals,
            number => number,
            admit,
            Keep,
            InFlight
        );
        var tally = generator.Run(window, _recording.NewRecorder(), series);
        Clock.WaitUntil(Clock.Now + (long)Grace.TotalNanoseconds);
        answers = new(generator.Admitted, generator.Answered, generator.AnsweredAgain);
        return tally;
    }

    public LoadTally Run(IArrivals arrivals, Func<Call<long, bool>, bool> admit, LoadSeries? series = null) =>
        Run(arrivals, admit, out _, series);

    private void Keep(Call<long, bool> call)
    {
        if (KeepsCalls)
        {
            Ended.Add(call);
        }
    }

    /// <summary>What the generator knows of the lane's answers, late ones included.</summary>
    internal sealed record Answers(long Admitted, long Answered, long AnsweredAgain);
}
