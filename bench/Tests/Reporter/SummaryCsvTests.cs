using Xunit;

namespace Bench.Tests.Reporter;

public sealed class SummaryCsvTests(ReportFixture report) : IClassFixture<ReportFixture>
{
    private readonly string[] _lines = report
        .Text("summary.csv")
        .Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

    [Fact]
    public void Every_case_and_copy_has_a_line() => Assert.Equal(1 + 51, _lines.Length);

    [Fact]
    public void Every_metric_names_its_unit_and_has_both_ends_of_its_interval() =>
        Assert.All(
            [
                "throughputPerSecond",
                "p95NanosecondsLow",
                "p99NanosecondsHigh",
                "peakResidentBytes",
                "residentBytesPerUnit",
                "errorRateFraction",
            ],
            name => Assert.Contains(name, _lines[0].Split(','))
        );

    [Fact]
    public void Case_ids_with_commas_are_quoted() =>
        Assert.StartsWith(
            "\"inventory/threads/default/equal/backendMilliseconds=44,users=500\",inventory,threads,default,equal,",
            _lines[1],
            StringComparison.Ordinal
        );

    [Fact]
    public void An_incorrect_case_has_a_word_and_no_figures() =>
        Assert.Contains(
            _lines,
            line =>
                line.Contains("incorrect in 1 round", StringComparison.Ordinal)
                && line.EndsWith(",,,", StringComparison.Ordinal)
        );
}
