using Bench.Measurement.Hosting;
using Bench.Results;
using Bench.RuntimeLanes;
using Xunit;

namespace Bench.Tests.Reference;

/// <summary>Speaking to a program that may do anything.</summary>
public sealed class RuntimeProcessTests
{
    private const string Hello = """echo '{"type":"hello","schema":1,"runtime":"7.0"}';""";
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    [Fact]
    public void It_says_which_runtime_it_has()
    {
        using var process = Start($"{Hello} read -r line");

        Assert.Equal("7.0", process.Version);
    }

    [Theory]
    [InlineData("echo rubbish", "Made: said 'rubbish', which is no message here")]
    [InlineData("echo '[1]'", "Made: said '[1]', which is no message here")]
    [InlineData("exit 4", "Made: ended after its start with exit code 4")]
    [InlineData("echo '{\"type\":\"hello\",\"schema\":2}'", "Made: speaks version 2, not 1")]
    [InlineData("echo '{\"type\":\"hello\"}'", "Made: the message 'hello' has no number 'schema'")]
    [InlineData("echo '{\"schema\":1}'", "Made: the message '?' has no text 'type'")]
    public void A_program_that_does_not_greet_is_refused(string script, string line) =>
        Assert.StartsWith(
            line,
            Assert.Throws<LaneFailureException>(() => Start(script)).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void One_that_cannot_be_started_is_named() =>
        Assert.StartsWith(
            "Made: '/no/such/program' cannot be started",
            Assert
                .Throws<LaneFailureException>(() =>
                    RuntimeProcess.Start("Made", ["/no/such/program"], s_patience)
                )
                .Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void One_that_does_not_answer_is_ended_and_counts_as_hung()
    {
        using var process = Start($"{Hello} exec sleep 600", TimeSpan.FromSeconds(1));

        var failure = Assert.Throws<LaneFailureException>(() =>
            process.Ask(new() { ["type"] = "report" }, "sample")
        );

        Assert.Equal("Made: no answer to 'report' within 1 s; it was ended", failure.Message);
        Assert.Equal(SampleStatus.Hung, failure.Status);
    }

    [Fact]
    public void An_answer_to_another_question_is_refused()
    {
        using var process = Start($"{Hello} read -r line; echo '{{\"type\":\"ready\"}}'; read -r line");

        var failure = Assert.Throws<LaneFailureException>(() =>
            process.Ask(new() { ["type"] = "report" }, "sample")
        );

        Assert.StartsWith(
            "Made: answered 'report' by 'ready' where 'sample' was expected",
            failure.Message,
            StringComparison.Ordinal
        );
    }

    private static RuntimeProcess Start(string script, TimeSpan? patience = null) =>
        RuntimeProcess.Start("Made", ["sh", "-c", script], patience ?? s_patience);
}
