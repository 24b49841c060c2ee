using Bench.Results;
using Xunit;

namespace Bench.Tests.Results;

public sealed class SampleLogTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Log => _folder.In("samples.jsonl");

    [Fact]
    public void Samples_are_read_back_in_the_order_in_which_they_were_appended()
    {
        var samples = new[] { Sample(1), Sample(2), Sample(3) };
        Array.ForEach(samples, sample => SampleLog.Append(Log, sample));

        var read = SampleLog.Read(Log, out var tornBytes);

        Assert.Equal([1, 2, 3], read.Select(sample => sample.Position));
        Assert.Equal("users=500", read[0].Parameters.ToString());
        Assert.Equal(samples[0].Operations, read[0].Operations);
        Assert.Equal(0, tornBytes);
    }

    [Fact]
    public void Every_cut_within_the_last_line_loses_that_line_alone_and_tells_its_length()
    {
        SampleLog.Append(Log, Sample(1));
        var whole = File.ReadAllBytes(Log).Length;
        SampleLog.Append(Log, Sample(2));
        var bytes = File.ReadAllBytes(Log);

        for (var length = whole; length < bytes.Length; length += 7)
        {
            File.WriteAllBytes(Log, bytes[..length]);
            Assert.Equal([1], SampleLog.Read(Log, out var tornBytes).Select(sample => sample.Position));
            Assert.Equal(length - whole, tornBytes);
        }
    }

    [Fact]
    public void After_a_torn_line_was_dropped_the_next_sample_has_a_line_of_its_own()
    {
        SampleLog.Append(Log, Sample(1));
        File.AppendAllText(Log, "{\"schemaVersion\":1,\"case\":\"ü");
        SampleLog.Read(Log, out var tornBytes);

        SampleLog.DropTornLine(Log, tornBytes);
        SampleLog.Append(Log, Sample(2));

        Assert.Equal([1, 2], SampleLog.Read(Log, out tornBytes).Select(sample => sample.Position));
        Assert.Equal(0, tornBytes);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"schemaVersion\":1}")]
    [InlineData("{\"schemaVersion\":1,\"case\":7,\"workload\":\"w\",\"model\":\"m\"}")]
    [InlineData(
        "{\"schemaVersion\":1,\"case\":\"c\",\"workload\":\"w\",\"model\":\"m\",\"operations\":null}"
    )]
    [InlineData(
        "{\"schemaVersion\":1,\"case\":\"c\",\"workload\":\"w\",\"model\":\"m\",\"startedAt\":\"soon\"}"
    )]
    public void A_whole_line_that_is_no_sample_is_refused_with_file_and_line(string line)
    {
        SampleLog.Append(Log, Sample(1));
        File.AppendAllText(Log, line + "\n");

        var error = Assert.Throws<ResultsException>(() => SampleLog.Read(Log, out _));

        Assert.StartsWith($"{Log}:2: not a sample (", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void Another_schema_version_is_refused_with_both_numbers()
    {
        File.WriteAllText(Log, "{\"schemaVersion\":2,\"case\":\"c\",\"workload\":\"w\",\"model\":\"m\"}\n");

        var error = Assert.Throws<ResultsException>(() => SampleLog.Read(Log, out _));

        Assert.StartsWith(
            $"{Log}:1: schema version 2, but this suite reads version 1;",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Of_several_damaged_lines_the_first_is_named()
    {
        SampleLog.Append(Log, Sample(1));
        File.AppendAllText(Log, string.Concat(Enumerable.Repeat("{\n", 100)));

        var error = Assert.Throws<ResultsException>(() => SampleLog.Read(Log, out _));

        Assert.StartsWith($"{Log}:2: not a sample", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Figures_alone_leave_histogram_and_slices_out_but_not_what_they_say_of_steadiness()
    {
        var slices = Enumerable
            .Range(0, 60)
            .Select(slice => new LatencySlice(slice, 1, 9 + slice, new() { [20] = 9 + slice }));
        SampleLog.Append(Log, Sample(1) with { Histogram = "abc", LatencyOverTime = [.. slices] });

        var figures = Assert.Single(SampleLog.ReadFigures(Log, out _));

        Assert.Null(figures.Histogram);
        Assert.Empty(figures.LatencyOverTime);
        Assert.Equal(SteadyState.Drifting, figures.SteadyState);
        Assert.Equal(Sample(1).Operations, figures.Operations);
    }

    [Fact]
    public void An_empty_log_has_no_samples()
    {
        File.WriteAllBytes(Log, []);

        Assert.Empty(SampleLog.Read(Log, out var tornBytes));
        Assert.Equal(0, tornBytes);
    }

    public void Dispose() => _folder.Dispose();

    private static Sample Sample(int position) =>
        new()
        {
            Run = "run",
            Position = position,
            Case = "inventory/tasks/equal/users=500",
            Workload = "inventory",
            Model = "tasks",
            Parameters = new([new("users", "500")]),
            Operations = new()
            {
                Intended = 3,
                Completed = 2,
                TimedOut = 1,
            },
        };
}
