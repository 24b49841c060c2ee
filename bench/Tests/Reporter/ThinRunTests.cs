using Xunit;

namespace Bench.Tests.Reporter;

public sealed class ThinRunTests
{
    [Fact]
    public void One_round_is_reported_without_intervals_and_without_verdicts()
    {
        var manifest = SyntheticRun.Manifest(workloads: ["payments"], rounds: 1);
        using var report = new TemporaryReport(manifest, SyntheticRun.Samples(manifest));
        Assert.Contains("[1 launch]", report.Page, StringComparison.Ordinal);
        Assert.DoesNotContain(" is best", report.Page, StringComparison.Ordinal);
    }

    [Fact]
    public void One_model_is_reported_without_ratios()
    {
        var manifest = SyntheticRun.Manifest(models: ["tasks"], workloads: ["payments"]);
        using var report = new TemporaryReport(manifest, SyntheticRun.Samples(manifest));
        Assert.NotEmpty(Directory.GetFiles(report.Folder.ChartsPath, "*-latency.svg"));
        Assert.Empty(Directory.GetFiles(report.Folder.ChartsPath, "*-ratios.svg"));
    }

    [Fact]
    public void No_sample_at_all_still_makes_a_report_that_says_so()
    {
        var manifest = SyntheticRun.Manifest();
        using var report = new TemporaryReport(manifest, []);
        Assert.Contains("0 of 255 planned samples are valid", report.Page, StringComparison.Ordinal);
        Assert.Contains("no sample yet", report.Page, StringComparison.Ordinal);
        Assert.NotEmpty(report.Result.Answers);
        Assert.Empty(Directory.GetFiles(report.Folder.ChartsPath));
    }

    [Fact]
    public void Only_refused_samples_make_a_report_that_lists_them()
    {
        var manifest = SyntheticRun.Manifest(workloads: ["pingpong"]);
        using var report = new TemporaryReport(
            manifest,
            SyntheticRun.Samples(manifest).ConvertAll(SyntheticSample.Refused)
        );
        Assert.Contains("refused in 5 rounds", report.Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Samples_that_were_measured_again_are_not_listed_as_refused()
    {
        var manifest = SyntheticRun.Manifest(workloads: ["pingpong"]) with
        {
            ExtraRounds = [new(6, "round 3 again: busy")],
            DisturbedRounds = [new(3, "busy", 6)],
        };
        using var report = new TemporaryReport(
            manifest,
            [
                .. SyntheticRun.Samples(manifest),
                .. manifest.Cases.Select((item, index) => SyntheticSample.Of(item, 6, index + 1)),
            ]
        );

        Assert.Contains("Samples measured again: nothing is wrong", report.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("Refused samples", report.Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_runtimes_are_named_with_each_version_that_took_part()
    {
        var manifest = SyntheticRun.Manifest(workloads: ["payments"], rounds: 2);
        var samples = SyntheticRun
            .Samples(manifest)
            .ConvertAll(sample =>
                sample.Model == "tasks" ? sample with { Runtime = $"Java {16 + sample.Round}" } : sample
            );
        using var report = new TemporaryReport(manifest, samples);
        Assert.Contains("Java 17, Java 18", report.Page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_histogram_costs_its_launch_and_not_the_report()
    {
        var manifest = SyntheticRun.Manifest(workloads: ["payments"], rounds: 2);
        var samples = SyntheticRun.Samples(manifest);
        samples[0] = samples[0] with { Histogram = "bm90IGEgaGlzdG9ncmFt" };
        using var report = new TemporaryReport(manifest, samples);
        Assert.Contains("threads (1 damaged)", report.Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Launches_that_starved_their_callers_have_no_quantiles_and_no_tail_and_it_is_said_why()
    {
        var manifest = SyntheticRun.Manifest(workloads: ["payments"], rounds: 3);
        var samples = SyntheticRun
            .Samples(manifest)
            .ConvertAll(sample =>
                sample.Model == "tasks" || (sample.Model == "threads" && sample.Round == 2)
                    ? sample with
                    {
                        LatencyNanoseconds = new()
                        {
                            Count = 4_000,
                            Mean = 1e6,
                            Max = 5e8,
                        },
                    }
                    : sample
            );
        using var report = new TemporaryReport(manifest, samples);

        Assert.Contains("tasks unfair: few callers served", report.Page, StringComparison.Ordinal);
        Assert.Contains("], 2 of 3 launches", report.Page, StringComparison.Ordinal);
        Assert.Contains("threads (2 of 3 launches)", report.Page, StringComparison.Ordinal);
        Assert.Contains(
            "Unfair in every launch, so without a line: tasks",
            report.Page,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Memory_that_shrank_and_latency_of_nothing_are_drawn()
    {
        var manifest = SyntheticRun.Manifest(workloads: ["payments"], rounds: 2);
        var samples = SyntheticRun
            .Samples(manifest)
            .ConvertAll(sample =>
                sample with
                {
                    MemoryBytes = sample.MemoryBytes with { SteadyResident = 1 << 20 },
                    LatencyNanoseconds = sample.LatencyNanoseconds with { P95 = 0, P99 = 1e10 },
                    ThroughputPerSecond = 0,
                }
            );
        using var report = new TemporaryReport(manifest, samples);
        Assert.NotEmpty(Directory.GetFiles(report.Folder.ChartsPath, "*-memory.png"));
    }

    [Fact]
    public void A_round_under_way_is_said_to_be_unfinished()
    {
        var manifest = SyntheticRun.Manifest(workloads: ["payments"]);
        using var report = new TemporaryReport(manifest, SyntheticRun.Samples(manifest)[..6]);
        Assert.Contains("not yet taken: the run is unfinished", report.Page, StringComparison.Ordinal);
    }
}
