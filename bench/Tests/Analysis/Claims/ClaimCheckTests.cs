using Bench.Analysis.Claims;
using Bench.Results;
using Xunit;

namespace Bench.Tests.Analysis.Claims;

/// <summary>Claims are held against the cases that the suite has.</summary>
public sealed class ClaimCheckTests
{
    private static readonly SuiteCase[] s_suite =
    [
        Case("threads", "equal", 1, "quick"),
        Case("channels", "equal", 1, "quick"),
        Case("channels", "equal", 64, "quick", "standard"),
        Case("channels", "told", 8, "standard"),
    ];

    [Theory]
    [InlineData("unknown workload 'pong'; there are: ping", "pong", "channels", "")]
    [InlineData("unknown model 'fibers'; there are: threads, channels", "ping", "fibers", "")]
    [InlineData("unknown variant of channels 'fast'; there are: default", "ping", "channels:fast", "")]
    [InlineData(
        "ping has no parameter 'pair'; there are: balls, pairs",
        "ping",
        "channels",
        """ "pair": 1"""
    )]
    [InlineData("unknown pairs of ping '3'; there are: 1, 64, 8", "ping", "channels", """ "pairs": 3""")]
    [InlineData(
        "no case of the suite is ping of channels on equal terms with pairs=8",
        "ping",
        "channels",
        """ "pairs": 8"""
    )]
    [InlineData(
        "2 cases of one preset are ping of channels on equal terms; tell them apart by: pairs",
        "ping",
        "channels",
        ""
    )]
    public void An_arm_that_picks_no_single_case_is_refused(
        string expected,
        string workload,
        string model,
        string parameters
    )
    {
        var error = Refused(
            $$""" "relation": "none", "metric": "errorRate", "workload": "{{workload}}", "equal": { "contender": { "model": "{{model}}", "parameters": { {{parameters}} } } }"""
        );

        Assert.StartsWith($"{ClaimText.File}:4: ", error, StringComparison.Ordinal);
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_metric_that_neither_the_catalogue_nor_the_workload_has_is_refused()
    {
        Assert.Contains(
            "unknown metric 'p98' of ping; there are: throughput, ",
            Refused(Of("p98")),
            StringComparison.Ordinal
        );
        Check(Of("ownSeconds"));
    }

    [Fact]
    public void Arms_that_pick_one_case_of_each_preset_are_accepted() =>
        Check(
            """
            "relation": "ratio", "metric": "p99", "atMost": 1,
            "equal": {
              "contender": { "workload": "ping", "model": "channels", "parameters": { "pairs": 64 } },
              "baseline": { "workload": "ping", "model": "channels", "terms": "told" }
            }
            """
        );

    [Fact]
    public void A_pitfall_that_there_is_not_is_named() =>
        Assert.Equal(
            $"{ClaimText.File}:4: unknown pitfall 'races'; there are: leak, race",
            Refused(""" "relation": "caught", "pitfall": "races" """)
        );

    [Fact]
    public void A_pitfall_that_there_is_fits() => Check(""" "relation": "caught", "pitfall": "race" """);

    private static string Of(string metric) =>
        $$""" "relation": "none", "metric": "{{metric}}", "equal": { "contender": { "workload": "ping", "model": "threads" } }""";

    private static string Refused(string part) => Assert.Throws<ResultsException>(() => Check(part)).Message;

    private static void Check(string part) =>
        ClaimCheck.Against(
            [ClaimText.Read([part])],
            s_suite,
            [new("ping", "Ping", "", "", "throughput") { OwnMetrics = ["ownSeconds"] }],
            ["leak", "race"]
        );

    private static SuiteCase Case(string model, string terms, int pairs, params string[] presets) =>
        new(
            Runs.Case(model) with
            {
                Terms = terms,
                Parameters = new([new("pairs", $"{pairs}"), new("balls", "red")]),
            },
            presets
        );
}
