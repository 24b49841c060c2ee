using Bench.Cli;
using Bench.Cli.Explaining;
using Bench.Measurement.Hosting;
using Xunit;

namespace Bench.Tests.Cli.Explaining;

/// <summary>What the suite says of itself.</summary>
public sealed class ExplainerTests
{
    private static readonly Models s_models = Models.Load();
    private readonly Explainer _explainer = new(s_models);

    [Fact]
    public void A_workload_has_its_lanes_what_is_left_out_and_its_parameters_in_words()
    {
        var explanation = _explainer.Of("inventory");

        Assert.Contains(Facts(explanation, "Lanes"), fact => fact.Name == "threads:per-request");
        Assert.Contains(Facts(explanation, "Left out"), fact => fact.Name == "rx");
        Assert.Contains(("users", "Virtual users."), Facts(explanation, "Parameters"));
    }

    [Fact]
    public void A_case_has_its_values_its_code_and_the_command_that_measures_it()
    {
        var planned = s_models
            .Lanes.First(lane => lane is { Workload.Id: "inventory", Model.Id: "channels" })
            .Cases(Presets.Smoke)
            .First()
            .Case;

        var explanation = _explainer.Of(planned.Case);

        Assert.Equal(planned.Case, explanation.Heading);
        Assert.Contains(("users = 500", "Virtual users."), Facts(explanation, "Parameters"));
        Assert.Contains(("lane", "bench/Channels/Inventory.cs"), Facts(explanation, "Code and presets"));
        Assert.Contains(
            Facts(explanation, "Code and presets"),
            fact => fact.Text.Contains($"--cases '{planned.Case}'", StringComparison.Ordinal)
        );
        Assert.Contains(Facts(explanation, "The same in other models"), fact => fact.Name == "actors");
    }

    [Fact]
    public void Every_lane_has_words_of_its_own()
    {
        var said = s_models
            .Lanes.Select(lane => lane.Workload.Id)
            .Distinct()
            .SelectMany(workload => Facts(_explainer.Of(workload), "Lanes"))
            .ToList();

        Assert.Equal(s_models.Lanes.Count, said.Count);
        Assert.All(said, fact => Assert.NotEmpty(fact.Text));
    }

    [Theory]
    [InlineData("p99", "p99 (metric)")]
    [InlineData("inconclusive", "inconclusive (verdict)")]
    [InlineData("Refuted", "refuted (outcome of a claim)")]
    [InlineData("told", "told (terms)")]
    [InlineData("residentBytesPerUnit", "residentBytesPerUnit (a figure of footprint alone)")]
    [InlineData("channels", "channels: ")]
    public void A_word_is_explained(string word, string heading) =>
        Assert.StartsWith(heading, _explainer.Of(word).Heading, StringComparison.Ordinal);

    [Theory]
    [InlineData("inventroy", "did you mean inventory")]
    [InlineData("through", "did you mean throughput")]
    [InlineData("xyzzy", "nothing is called 'xyzzy'; give a case")]
    public void An_unknown_word_is_refused_with_what_is_near(string word, string expected) =>
        Assert.Contains(
            expected,
            Assert.Throws<UserException>(() => _explainer.Of(word)).Message,
            StringComparison.Ordinal
        );

    private static IReadOnlyList<(string Name, string Text)> Facts(Explanation explanation, string title) =>
        explanation.Blocks.Single(block => block.Title == title).Facts;
}
