using System.Text;
using Bench.Cli.Scenarios;
using Bench.Results;
using Bench.Workloads;
using Xunit;

namespace Bench.Tests.Cli.Scenarios;

/// <summary>What is wrong with a scenario file is one line that names line and column and says what is expected.</summary>
public sealed class ScenarioReaderTests
{
    private const string File = "mine.json";
    private const string Head =
        """{ "schemaVersion": 1, "arrivals": { "process": "poisson", "ratePerSecond": 500 }""";

    [Fact]
    public void The_example_of_the_documentation_says_what_it_says()
    {
        var scenario = ScenarioFile.Read(Path.Combine(House.Bench, "docs", "scenario.example.json"));

        Assert.Equal("Checkout at noon", scenario.Title);
        Assert.Empty(scenario.Warnings);
        Assert.Equal(
            new ScenarioParameters
            {
                Arrivals = ScenarioArrivals.Poisson,
                RatePerSecond = 400,
                Change = LoadChange.Spike,
                ChangesTo = 800,
                DeadlineMilliseconds = 500,
                ConcurrencyLimit = 128,
                QueueBound = 2_000,
                Calls = 3,
                Service = ServiceDistribution.Lognormal,
                ServiceMeanMicroseconds = 6_500,
                ServiceP99Microseconds = 30_000,
                BackendCapacity = 48,
                FailuresPerThousand = 5,
                Retries = 2,
                BlockingPercent = 10,
                BlockingThreads = 16,
                WorkRounds = 5_000,
                Keys = 200,
                KeyChoice = KeyChoice.Skewed,
                UpdateRounds = 500,
                WarmUpMilliseconds = 1_000,
                MeasuredMilliseconds = 3_000,
            },
            scenario.Parameters
        );
    }

    [Fact]
    public void What_is_left_out_has_the_defaults_of_the_documentation()
    {
        var scenario = Read(Head + "}");

        Assert.Equal("mine", scenario.Title);
        Assert.Equal(
            new ScenarioParameters
            {
                RatePerSecond = 500,
                ConcurrencyLimit = 256,
                QueueBound = 10_000,
                Calls = 1,
                Service = ServiceDistribution.Constant,
                ServiceMeanMicroseconds = 10_000,
                BackendCapacity = 0,
                FailuresPerThousand = 0,
                Retries = 0,
                BlockingPercent = 0,
                BlockingThreads = 0,
                WorkRounds = 0,
                Keys = 1_000,
                KeyChoice = KeyChoice.Uniform,
                UpdateRounds = 0,
                WarmUpMilliseconds = 1_000,
                MeasuredMilliseconds = 3_000,
            },
            scenario.Parameters
        );
    }

    [Fact]
    public void Users_think_and_threads_for_what_blocks_are_its_share()
    {
        var parameters = Read(
            """
            { "schemaVersion": 1, "arrivals": { "process": "users", "users": 900, "change": { "shape": "ramp", "toUsers": 2000 } },
              "limits": { "concurrency": 50 }, "backend": { "calls": 2 }, "blocking": { "percent": 25 } }
            """
        ).Parameters;

        Assert.Equal(
            (0, 900, 1_000),
            (parameters.RatePerSecond, parameters.Users, parameters.ThinkMilliseconds)
        );
        Assert.Equal((LoadChange.Ramp, 2_000), (parameters.Change, parameters.ChangesTo));
        Assert.Equal(25, parameters.BlockingThreads);
    }

    [Theory]
    [InlineData("the scenario must be an object", "▶[]")]
    [InlineData("not JSON: ", "{ ▶oops")]
    [InlineData("'schemaVersion' is missing: it must be a whole number", "▶{}")]
    [InlineData("schema version 2, but this suite reads version 1", """{ "schemaVersion": ▶2 }""")]
    [InlineData("the scenario has no 'arrivals'", """▶{ "schemaVersion": 1 }""")]
    [InlineData(
        "'process' is missing: it must be one of \"poisson\", \"constant\", \"users\"",
        """{ "schemaVersion": 1, "arrivals": ▶{ } }"""
    )]
    [InlineData(
        "'process' must be one of \"poisson\", \"constant\", \"users\", not \"poison\"; did you mean 'poisson'?",
        """{ "schemaVersion": 1, "arrivals": { "process": ▶"poison" } }"""
    )]
    [InlineData(
        "'users' belongs to \"process\": \"users\"; with \"poisson\" give 'ratePerSecond'",
        """{ "schemaVersion": 1, "arrivals": { "users": ▶100, "process": "poisson" } }"""
    )]
    [InlineData(
        "'ratePerSecond' is of no use with \"process\": \"users\"",
        """{ "schemaVersion": 1, "arrivals": { "process": "users", "ratePerSecond": ▶9, "users": 3 } }"""
    )]
    [InlineData(
        "'ratePerSecond' is missing: it must be a whole number from 1 to 1,000,000",
        """{ "schemaVersion": 1, "arrivals": ▶{ "process": "constant" } }"""
    )]
    [InlineData(
        "'toUsers' does not go with this 'process': give 'toRatePerSecond'",
        """{ "schemaVersion": 1, "arrivals": { "process": "constant", "ratePerSecond": 1, "change": { "shape": "step", "toUsers": ▶2 } } }"""
    )]
    public void A_beginning_that_is_wrong_is_refused(string expected, string marked) =>
        Refuses(expected, marked);

    [Theory]
    [InlineData(
        "unknown field 'bakend' in the scenario; there are: schemaVersion, title, arrivals, limits, backend, blocking, work, state, window; did you mean 'backend'?",
        """▶"bakend": {}"""
    )]
    [InlineData("field 'calls' is there twice in 'backend'", """ "backend": { "calls": 1, ▶"calls": 2 }""")]
    [InlineData("'calls' must be a whole number from 1 to 64, not 65", """ "backend": { "calls": ▶65 }""")]
    [InlineData("'calls' must be a whole number from 1 to 64, not 1.5", """ "backend": { "calls": ▶1.5 }""")]
    [InlineData(
        "'calls' must be a whole number from 1 to 64, not \"two\"",
        """ "backend": { "calls": ▶"two" }"""
    )]
    [InlineData(
        "'calls' must be a whole number from 1 to 64, not a list",
        """ "backend": { "calls": ▶[2] }"""
    )]
    [InlineData("'backend' must be an object", """ "backend": ▶3""")]
    [InlineData(
        "'meanMilliseconds' is missing: it must be a number of milliseconds from 0.001 to 600,000, such as 2.5",
        """ "backend": { "serviceTime": ▶{ "distribution": "constant" } }"""
    )]
    [InlineData(
        "'meanMilliseconds' must be a number of milliseconds from 0.001 to 600,000, such as 2.5, not 0",
        """ "backend": { "serviceTime": { "distribution": "constant", "meanMilliseconds": ▶0 } }"""
    )]
    [InlineData(
        "'p99Milliseconds' belongs to \"distribution\": \"lognormal\"",
        """ "backend": { "serviceTime": { "distribution": "exponential", "meanMilliseconds": 5, "p99Milliseconds": ▶9 } }"""
    )]
    [InlineData(
        "'p99Milliseconds' of a lognormal time must be above its mean and at most 14.9 times as long",
        """ "backend": { "serviceTime": { "distribution": "lognormal", "meanMilliseconds": 5, "p99Milliseconds": ▶5 } }"""
    )]
    [InlineData(
        "'p99Milliseconds' of a lognormal time must be above its mean and at most 14.9 times as long",
        """ "backend": { "serviceTime": { "distribution": "lognormal", "meanMilliseconds": 5, "p99Milliseconds": ▶75 } }"""
    )]
    [InlineData("'threads' is of no use where nothing blocks", """ "blocking": { "threads": ▶3 }""")]
    [InlineData("'choice' must be one of \"uniform\", \"skewed\", not 3", """ "state": { "choice": ▶3 }""")]
    [InlineData("'keys' must be a whole number from 1 to 10,000, not 0", """ "state": { "keys": ▶0 }""")]
    [InlineData(
        "unknown field 'warmUpMiliseconds' in 'window'; there are: warmUpMilliseconds, measuredMilliseconds; did you mean 'warmUpMilliseconds'?",
        """ "window": { ▶"warmUpMiliseconds": 5 }"""
    )]
    [InlineData("'title' must be a text", """ "title": ▶7""")]
    public void A_part_that_is_wrong_is_refused(string expected, string marked) =>
        Refuses(expected, $"{Head},\n  {marked} }}");

    [Theory]
    [InlineData(
        "no request can be answered within 15 ms: 4 calls to a backend that serves 2 at once take 20 ms at least",
        """ "limits": ▶{ "deadlineMilliseconds": 15 }, "backend": { "calls": 4, "capacity": 2 }"""
    )]
    [InlineData(
        "the load keeps 20 calls with the backend, which serves 19 at once",
        """ "backend": ▶{ "calls": 4, "capacity": 19 }"""
    )]
    [InlineData(
        "the load keeps 5 requests in work, and 'concurrency' allows 4",
        """ "limits": ▶{ "concurrency": 4 }"""
    )]
    [InlineData(
        "the load keeps 2.5 threads blocked, and models without threads of their own keep 2 for that",
        """ "blocking": ▶{ "percent": 50, "threads": 2 }"""
    )]
    [InlineData(
        "some 500 requests are measured in a launch",
        """ "window": ▶{ "measuredMilliseconds": 1000 }"""
    )]
    public void What_can_hardly_be_meant_is_told_with_its_place_and_read_all_the_same(
        string expected,
        string marked
    )
    {
        var (text, place) = Unmark($"{Head},\n  {marked} }}");

        Assert.Contains(
            Read(text).Warnings,
            warning => warning.StartsWith($"{place}: {expected}", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Another_load_keeps_the_mix_and_the_proportion_of_its_change()
    {
        var scenario = Read(
            """{ "schemaVersion": 1, "arrivals": { "process": "constant", "ratePerSecond": 400, "change": { "shape": "step", "toRatePerSecond": 600 } } }"""
        );

        var parameters = scenario.At(1_000).Parameters;

        Assert.Equal((400, 1_000), (scenario.Parameters.Load, parameters.Load));
        Assert.Equal(scenario.Parameters with { RatePerSecond = 1_000, ChangesTo = 1_500 }, parameters);
    }

    private static void Refuses(string expected, string marked)
    {
        var (text, place) = Unmark(marked);
        Assert.StartsWith(
            $"{place}: {expected}",
            Assert.Throws<ResultsException>(() => Read(text)).Message,
            StringComparison.Ordinal
        );
    }

    // The mark stands where the error is expected.
    private static (string Text, string Place) Unmark(string marked)
    {
        var before = marked[..marked.IndexOf('▶', StringComparison.Ordinal)];
        var line = before.Count(character => character == '\n');
        return (
            marked.Replace("▶", "", StringComparison.Ordinal),
            $"{File}:{line + 1}:{before.Length - before.LastIndexOf('\n')}"
        );
    }

    private static ScenarioFile Read(string text) =>
        new ScenarioReader(Encoding.UTF8.GetBytes(text), File).Read();
}
