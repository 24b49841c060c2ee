using Bench.Cli.Terminal;
using Bench.Measurement.Planning;
using Bench.Results;
using Bench.Tests.Reporter;
using Xunit;

namespace Bench.Tests.Cli.Terminal;

/// <summary>What a terminal shows of a run under way.</summary>
public sealed class RunMatrixTests
{
    private static readonly RunManifest s_manifest = SyntheticRun.Manifest(
        ["threads", "tasks"],
        ["payments", "forkjoin"],
        rounds: 2
    );
    private static readonly List<Sample> s_samples =
    [
        .. SyntheticRun
            .Samples(s_manifest)
            .Where(sample => sample.Round == 1)
            .Select(sample =>
                sample with
                {
                    ThroughputPerSecond = 100,
                    LatencyNanoseconds = sample.LatencyNanoseconds with { P99 = 2e6 },
                }
            ),
    ];

    [Fact]
    public void Before_the_first_sample_all_is_left() =>
        Assert.Equal(
            [
                "                       threads      tasks",
                "payments p99           -            -",
                "forkjoin throughput    -            -",
            ],
            new RunMatrix(s_manifest).Lines([], 1, null)
        );

    [Fact]
    public void What_is_done_has_a_mark_and_a_median_and_what_runs_has_another()
    {
        var next = Schedule
            .Of(s_manifest)
            .First(launch => launch.Case is { Workload: "forkjoin", Model: "tasks" });
        var taken = s_samples.FindAll(sample => sample is not { Workload: "forkjoin", Model: "tasks" });

        var lines = new RunMatrix(s_manifest).Lines(taken, 1, next);

        Assert.Equal("payments p99         + 2.00 ms    + 2.00 ms", lines[1]);
        Assert.Equal("forkjoin throughput  + 100/s      > -", lines[2]);
    }

    [Fact]
    public void A_refused_sample_is_seen_and_enters_no_median()
    {
        var samples = s_samples.ConvertAll(sample =>
            sample is { Workload: "payments", Model: "tasks" } ? SyntheticSample.Refused(sample) : sample
        );

        Assert.Equal(
            "payments p99         + 2.00 ms    ! -",
            new RunMatrix(s_manifest).Lines(samples, 1, null)[1]
        );
    }

    [Fact]
    public void A_new_round_begins_without_marks_and_keeps_the_medians() =>
        Assert.Equal(
            "payments p99           2.00 ms      2.00 ms",
            new RunMatrix(s_manifest).Lines(s_samples, 2, null)[1]
        );

    [Fact]
    public void All_of_it_fits_into_its_width()
    {
        var matrix = new RunMatrix(s_manifest);

        var lines = matrix.Lines(s_samples, 1, null);

        Assert.Equal(matrix.Height, lines.Count);
        Assert.All(lines, line => Assert.InRange(line.Length, 0, matrix.Width + 2));
    }
}
