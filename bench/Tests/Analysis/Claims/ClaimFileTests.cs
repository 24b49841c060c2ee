using System.Text;
using Bench.Analysis.Claims;
using Bench.Results;
using Xunit;

namespace Bench.Tests.Analysis.Claims;

/// <summary>What is wrong with a claim file is one line that names file and line.</summary>
public sealed class ClaimFileTests
{
    private const string Arms =
        """ "contender": { "workload": "ping", "model": "channels" }, "baseline": { "workload": "ping", "model": "threads" }""";

    [Fact]
    public void A_claim_is_read_with_its_arms_and_its_comments()
    {
        var claim = ClaimText.Read(
            """
            // what is claimed
            {
              "id": "x", "system": "s", "statement": "It is so.", "source": "told", "note": "Little.",
              "parts": [
                {
                  "title": "faster", "relation": "ratio", "metric": "p99", "atMost": 0.5,
                  "workload": "ping", "parameters": { "pairs": 64, "balls": "red" },
                  "told": {
                    "contender": { "model": "channels", "also": ["tasks"], "parameters": { "pairs": 1 } },
                    "baseline": { "model": "threads:per-request", "terms": "equal" },
                  },
                },
              ],
            }
            """
        );

        var part = Assert.Single(claim.Parts);
        Assert.Equal(5, part.Line);
        Assert.Null(part.Equal);
        Assert.Equal(["channels", "tasks"], part.Told!.Contenders.Select(arm => arm.Model));
        Assert.Equal("balls=red,pairs=1", part.Told.Contenders[1].Parameters.ToString());
        var baseline = part.Told.Baseline!;
        Assert.Equal(
            ("ping", "threads", "per-request", "equal", "balls=red,pairs=64"),
            (
                baseline.Workload,
                baseline.Model,
                baseline.Variant,
                baseline.Terms,
                baseline.Parameters.ToString()
            )
        );
    }

    [Fact]
    public void An_arm_may_be_the_case_with_tracing_on()
    {
        var arms = ClaimText
            .Read(
                ClaimText.Of(
                    """
                    "relation": "ratio", "metric": "throughput", "atLeast": 0.95, "workload": "ping",
                    "equal": { "contender": { "model": "channels", "traced": true }, "baseline": { "model": "channels" } }
                    """
                )
            )
            .Parts.Single()
            .Equal!;

        var planned = Runs.Case("channels");
        Assert.True(arms.Contenders[0].Selects(planned.WithTrace()));
        Assert.False(arms.Contenders[0].Selects(planned));
        Assert.True(arms.Baseline!.Selects(planned));
        Assert.False(arms.Baseline.Selects(planned.WithTrace()));
        Assert.Equal("channels!traced", arms.Contenders[0].Name);
    }

    [Theory]
    [InlineData(4, "unknown field 'atmost' in a part; there are: ", """ "atmost": 1""")]
    [InlineData(4, "unknown relation 'more'; there are: ratio, ", """ "relation": "more" """)]
    [InlineData(4, "field 'title' is there twice", """ "title": "again" """)]
    [InlineData(4, "a part has no 'metric'", """ "relation": "ratio", "atMost": 1""")]
    [InlineData(
        4,
        "a part has neither 'told' nor 'equal' nor 'awaits'",
        """ "relation": "ratio", "metric": "p99", "atMost": 1"""
    )]
    [InlineData(4, "'atMost' must be a number", """ "relation": "ratio", "metric": "p99", "atMost": "1" """)]
    [InlineData(4, "'metric' must be a text", """ "relation": "ratio", "metric": 3""")]
    [InlineData(4, "a part has no 'unit'", """ "relation": "value", "metric": "p99", "atMost": 1""")]
    [InlineData(
        4,
        "unknown unit 'parsecs'; there are: nanoseconds, ",
        """ "relation": "value", "metric": "p99", "unit": "parsecs" """
    )]
    [InlineData(
        4,
        "p99 is measured in nanoseconds, which does not convert to bytes",
        """ "relation": "value", "metric": "p99", "unit": "bytes" """
    )]
    [InlineData(
        4,
        "p77 is none of the common metrics (throughput, ",
        """ "relation": "value", "metric": "p77", "unit": "milliseconds" """
    )]
    [InlineData(4, "'unit' is of no use", """ "relation": "ratio", "metric": "p99", "unit": "seconds" """)]
    [InlineData(4, "'metric' is of no use", """ "relation": "noSingleBest", "metric": "p99" """)]
    [InlineData(4, "has no 'relation' yet", """ "awaits": "workload y", "relation": "ratio" """)]
    [InlineData(4, "a part has no 'pitfall'", """ "relation": "caught" """)]
    [InlineData(
        4,
        "'metric' is of no use: a pitfall has a case of its own, and no terms",
        """ "relation": "caught", "pitfall": "race", "metric": "p99" """
    )]
    [InlineData(
        4,
        "'equal' is of no use: a pitfall has a case of its own, and no terms",
        """ "relation": "caught", "pitfall": "race", "equal": {} """
    )]
    [InlineData(
        4,
        "'traced' must be true or false",
        """ "relation": "value", "metric": "p99", "unit": "seconds", "atMost": 1, "equal": { "contender": { "model": "channels", "workload": "ping", "traced": 1 } } """
    )]
    [InlineData(
        4,
        "'pitfall' belongs to the relation 'caught'",
        """ "relation": "ratio", "metric": "p99", "atMost": 1, "pitfall": "race" """
    )]
    public void A_wrong_field_is_named(int line, string expected, string part) =>
        Refuses(line, expected, ClaimText.Of(part));

    [Theory]
    [InlineData("neither 'atLeast' nor 'atMost'", "")]
    [InlineData("the threshold must be above 0", """ "atMost": 0,""")]
    [InlineData(
        "contradicting thresholds: no interval lies between 0.5 and 0.2",
        """ "atLeast": 0.5, "atMost": 0.2,"""
    )]
    [InlineData(
        "contradicting thresholds: no interval lies between 0.5 and 0.5",
        """ "atLeast": 0.5, "atMost": 0.5,"""
    )]
    public void Thresholds_that_nothing_satisfies_are_refused(string expected, string thresholds) =>
        Refuses(
            4,
            expected,
            ClaimText.Of($$""" "relation": "ratio", "metric": "p99", {{thresholds}} "equal": { {{Arms}} }""")
        );

    [Fact]
    public void Parts_that_exclude_each_other_are_refused_with_the_line_of_the_later()
    {
        var parts = new[] { """ "atMost": 0.2""", """ "atLeast": 0.5""" }
            .Select(threshold =>
                $$""" "relation": "ratio", "metric": "p99", {{threshold}}, "equal": { {{Arms}} }"""
            )
            .ToArray();

        Refuses(
            5,
            "contradicting thresholds: the same figure as in line 4 cannot satisfy both",
            ClaimText.Of(parts)
        );
        Assert.Equal(2, ClaimText.Read(ClaimText.With(""" "holdsWhen": "any",""", parts)).Parts.Count);
    }

    [Theory]
    [InlineData(
        "'equal' has no 'baseline'",
        """{ "contender": { "workload": "ping", "model": "channels" } }"""
    )]
    [InlineData(
        "'contender' has no 'workload'",
        """{ "contender": { "model": "channels" }, "baseline": { "model": "threads" } }"""
    )]
    [InlineData("unknown field 'other' in 'equal'", """{ "other": 1 }""")]
    [InlineData("'equal' must be an object", "3")]
    [InlineData(
        "compares an arm with itself",
        """{ "contender": { "workload": "ping", "model": "channels" }, "baseline": { "workload": "ping", "model": "channels" } }"""
    )]
    [InlineData(
        "unknown terms 'fair'",
        """{ "contender": { "workload": "ping", "model": "channels", "terms": "fair" } }"""
    )]
    [InlineData(
        "parameter 'pairs' must be a number or a text",
        """{ "contender": { "workload": "ping", "model": "channels", "parameters": { "pairs": [1] } } }"""
    )]
    public void A_wrong_arm_is_named(string expected, string arms) =>
        Refuses(
            4,
            expected,
            ClaimText.Of($$""" "relation": "ratio", "metric": "p99", "atMost": 1, "equal": {{arms}}""")
        );

    [Theory]
    [InlineData(3, "not JSON: ", "{\n \"id\": \"x\",\n oops }")]
    [InlineData(1, "not JSON: ", "")]
    [InlineData(1, "not JSON: ", "{} {}")]
    [InlineData(1, "the claim must be an object", "[]")]
    [InlineData(1, "the claim has no 'id'", "{}")]
    [InlineData(2, "unknown field 'name' in the claim", "{\n \"name\": 1 }")]
    [InlineData(
        2,
        "the claim has no 'parts'",
        "{ \"id\": \"x\", \"system\": \"s\", \"statement\": \"It is so.\",\n \"source\": \"told\", \"note\": \"n\", \n \"parts\": [] }",
        3
    )]
    public void A_file_that_is_no_claim_is_refused(
        int line,
        string expected,
        string text,
        int? atLine = null
    ) => Refuses(atLine ?? line, expected, text);

    [Fact]
    public void Bytes_that_are_no_text_are_refused()
    {
        var error = Assert.Throws<ResultsException>(() =>
            ClaimFile.Read(
                [(byte)'{', (byte)'"', 0xff, (byte)'"', (byte)':', (byte)'1', (byte)'}'],
                ClaimText.File
            )
        );

        Assert.StartsWith($"{ClaimText.File}:1: not", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_is_no_error() =>
        Assert.Equal(
            "x",
            ClaimFile
                .Read(
                    [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(ClaimText.Of(ClaimText.Ratio))],
                    "f"
                )
                .Id
        );

    [Fact]
    public void An_id_that_is_not_the_files_name_or_is_there_twice_is_refused()
    {
        using var folder = new Bench.Tests.Results.TemporaryFolder();
        var text = ClaimText.Of(ClaimText.Ratio);
        File.WriteAllText(folder.In("y.json"), text);
        Assert.EndsWith(
            "claims/y.json:1: the id is 'x': name the file x.json",
            Message(),
            StringComparison.Ordinal
        );

        File.WriteAllText(folder.In("x.json"), text);
        Assert.EndsWith(
            "claims/y.json:1: the id 'x' is also that of claims/x.json",
            Message(),
            StringComparison.Ordinal
        );

        string Message() =>
            Assert.Throws<ResultsException>(() => ClaimFiles.Read(folder.In("."), "claims")).Message;
    }

    private static void Refuses(int line, string expected, string text)
    {
        var error = Assert.Throws<ResultsException>(() => ClaimText.Read(text));

        Assert.StartsWith($"{ClaimText.File}:{line}: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }
}
