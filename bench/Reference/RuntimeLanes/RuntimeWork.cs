using System.Globalization;
using System.Text.Json;
using Bench.Measurement.Hosting;
using Bench.Measurement.Resources;
using Bench.Results;

namespace Bench.RuntimeLanes;

/// <summary>
/// What a lane hands to its runtime: the whole measured work. The program does it and tells counts and times; the window, memory and
/// processor time of its process, and every check, are this side's.
/// </summary>
/// <param name="lane">The lane.</param>
public sealed class RuntimeWork(Workload lane)
{
    private static readonly TimeSpan s_beforeWatchdog = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_slack = TimeSpan.FromMilliseconds(50);
    private readonly Toolchain _toolchain = Toolchain.Of(lane.GetType());
    private RuntimeProcess? _process;
    private double _seen;

    /// <summary>Why the lane cannot run here; null when it can.</summary>
    public string? Missing => _toolchain.Missing;

    /// <summary>Id of the program's process.</summary>
    public int ProcessId => Process.Id;

    /// <summary>Length of all measured windows as the program told it, seconds.</summary>
    public double Seconds { get; private set; }

    private RuntimeProcess Process =>
        _process ?? throw new InvalidOperationException("the program has not been started");

    /// <summary>Builds the program unless it was before, starts it, and tells it the case.</summary>
    /// <param name="parameters">The case.</param>
    /// <param name="more">What the program needs beside it, by name.</param>
    /// <exception cref="LaneFailureException">It cannot be built or started, or is too old.</exception>
    public void Prepare(object parameters, params (string Name, string Text)[] more)
    {
        if (Missing is { } reason)
        {
            throw new LaneFailureException(SampleStatus.Crashed, reason);
        }

        var built = BuildCache.OfUser().Get(_toolchain);
        var patience = lane.Limit > 2 * s_beforeWatchdog ? lane.Limit - s_beforeWatchdog : lane.Limit;
        _process = RuntimeProcess.Start(_toolchain.Name, _toolchain.Start(built), patience);
        _process.Require(
            RuntimeVersion.IsAtLeast(_process.Version, _toolchain.Least),
            $"version {_process.Version} found, {_toolchain.Least} or later is needed; {_toolchain.Advice}"
        );
        lane.Runtime = RuntimeVersion.Named(_toolchain.Name, _process.Version);
        lane.Window.Watched = [_process.Id];
        var question = JsonSerializer.SerializeToNode(parameters, JsonSerializerOptions.Web)!.AsObject();
        question.Insert(0, "type", "prepare");
        question.Insert(1, "workload", lane.Facts.Id);
        question.Insert(2, "seed", lane.Seed.ToString(CultureInfo.InvariantCulture));
        foreach (var (name, text) in more)
        {
            question[name] = text;
        }

        _process.Ask(question, "ready");
    }

    /// <summary>One iteration. The window is open while the program says that it is.</summary>
    /// <param name="measured">False for a warm-up.</param>
    /// <param name="heard">Told of further messages on the way, by their type.</param>
    /// <returns>What the program counted.</returns>
    /// <exception cref="LaneFailureException">The program failed.</exception>
    public Answer Iterate(bool measured, IReadOnlyDictionary<string, Action<Answer>>? heard = null)
    {
        var all = new Dictionary<string, Action<Answer>>(heard ?? new Dictionary<string, Action<Answer>>())
        {
            ["open"] = _ => Open(measured),
            ["close"] = message => Close(message, measured),
        };
        var answer = Process.Ask(new() { ["type"] = "iterate", ["measured"] = measured }, "iterated", all);
        if (measured)
        {
            lane.Units.Tell(answer.Number("created"), answer.Number("peak"), answer.Number("alive"));
        }

        return answer;
    }

    /// <summary>Takes over what was recorded in all measured iterations, and ends the program.</summary>
    /// <param name="findings">Takes what does not add up.</param>
    /// <param name="recorded">Latencies that there must be.</param>
    /// <param name="inFlight">Mean of the operations in flight, where the program saw it.</param>
    public void Finish(Findings findings, long recorded, double? inFlight = null)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var report = Process.Ask(new() { ["type"] = "report" }, "sample");
        Process.Require(
            report.Number("histogramLayout") == HistogramLayout.Version,
            "has another layout of histograms"
        );
        Take(report, findings, recorded);
        lane.Window.Tell(
            new ManagedUse
            {
                HeapBytes = report.NumberIfTold("heapBytes"),
                AllocatedBytes = report.NumberIfTold("allocatedBytes"),
                MeanInFlight = inFlight,
                Collections = new()
                {
                    Gen0 = (int)(report.NumberIfTold("minorCollections") ?? 0),
                    Gen2 = (int)(report.NumberIfTold("majorCollections") ?? 0),
                    PauseTotalMilliseconds = report.NumberIfTold("pauseNanoseconds") / 1e6,
                },
            }
        );
        findings.Expect(
            Math.Abs(Seconds - _seen) <= (_seen / 2) + s_slack.TotalSeconds,
            "the window that the program told is not the one that was seen"
        );
        Process.Dispose();
    }

    private void Take(Answer report, Findings findings, long recorded)
    {
        var (counts, total) = (report.Pairs("histogram"), report.Number("totalNanoseconds"));
        var sane = counts.All(item =>
            item is { First: > 0 and <= HistogramLayout.Highest, Second: > 0 }
            && HistogramLayout.LowestOf(item.First) == item.First
        );
        findings.Expect(sane, "a histogram with values that no bucket begins with");
        if (!sane)
        {
            return;
        }

        findings.ExpectEqual(recorded, counts.Sum(item => item.Second), "latencies recorded");
        var lowest = counts.Sum(item => (double)item.First * item.Second);
        var highest = counts.Sum(item => (double)HistogramLayout.HighestOf(item.First) * item.Second);
        findings.Expect(
            total >= lowest * (1 - 1e-9) && total <= highest * (1 + 1e-9),
            "the sum of the latencies is not one of those in the histogram"
        );
        lane.Latencies.Add(counts, total);
    }

    private void Open(bool measured)
    {
        if (measured)
        {
            lane.Window.Open();
        }
    }

    private void Close(Answer message, bool measured)
    {
        if (measured)
        {
            lane.Window.Close();
            _seen = lane.Window.Seconds;
            Seconds += message.Number("nanoseconds") / 1e9;
        }
    }
}
