using Bench.Analysis.Pitfalls;
using Bench.Cli;
using Bench.Measurement.Hosting;
using Bench.Measurement.Pitfalls;
using Bench.Measurement.Runs;
using Bench.Results;
using Xunit;

namespace Bench.Tests.Pitfalls;

/// <summary>The suite's pitfalls: found by type, known to nothing that lists or ranks, each beside its right lane.</summary>
public sealed class PitfallTests
{
    private static readonly Models s_models = Models.Load();
    private static readonly PitfallBook s_book = PitfallBook.Of(s_models);

    public static TheoryData<string> Ids => [.. s_book.Pitfalls.Select(pitfall => pitfall.Facts.Id)];

    [Fact]
    public void The_articles_five_are_there_and_starvation_of_the_pool() =>
        Assert.Equal(
            ["cancellation", "deadlock", "exhaustion", "leak", "race", "starvation"],
            s_book.Pitfalls.Select(pitfall => pitfall.Facts.Id)
        );

    [Fact]
    public void No_model_has_them() =>
        Assert.DoesNotContain(s_models.Lanes, lane => lane.Type.Assembly.GetName().Name == "Pitfalls");

    [Fact]
    public void They_are_in_no_preset() =>
        Assert.All(
            Lanes.Of(System.Reflection.Assembly.Load("Pitfalls")),
            lane => Assert.Empty(lane.Cases(PresetName.Any))
        );

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_right_lane_is_asked_the_same_within_the_same_time(string id)
    {
        var pitfall = Find(id);

        Assert.Equal(pitfall.Wrong.Parameters, pitfall.Right.Parameters);
        Assert.Equal(pitfall.Wrong.LimitSeconds, pitfall.Right.LimitSeconds);
        Assert.Equal(("pitfalls", id), (pitfall.Wrong.Model, pitfall.Wrong.Variant));
        Assert.Equal((pitfall.Facts.Control, "default"), (pitfall.Right.Model, pitfall.Right.Variant));
        Assert.Contains(s_models.Lanes, lane => lane.Is(pitfall.Right));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_says_what_is_wrong_where_who_catches_it_and_what_to_do(string id)
    {
        var facts = Find(id).Facts;
        var readme = File.ReadAllText(Path.Combine(House.Bench, "Pitfalls", "README.md"));

        Assert.All([facts.Wrong, facts.Seen, facts.Mend], text => Assert.True(text.Length > 40, text));
        Assert.True(File.Exists(Path.Combine(House.Root, facts.Source)), facts.Source);
        Assert.NotEmpty(facts.Detectors);
        Assert.Empty(facts.Detectors.Except(Detectors.All.Select(detector => detector.Id)));
        Assert.Contains($"`{id}`", readme, StringComparison.Ordinal);
        Assert.Contains(Path.GetFileName(facts.Source), readme, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_launch_of_either_lane_tells_them_apart()
    {
        var pitfall = Find("cancellation");
        using var launcher = new LaneLauncher(s_book.Programs);
        var token = TestContext.Current.CancellationToken;

        var trial = new PitfallTrial(
            pitfall.Facts,
            [await launcher.LaunchAsync(pitfall.Wrong, 1, token)],
            [await launcher.LaunchAsync(pitfall.Right, 1, token)]
        );

        Assert.Equal(PitfallOutcome.Caught, PitfallCheck.Of(trial).Outcome);
        IReadOnlyList<Sample> right = [trial.Right[0], trial.Right[0], trial.Right[0]];
        Assert.Equal(PitfallOutcome.GotAway, PitfallCheck.Of(trial with { Wrong = right }).Outcome);
        Assert.Equal(PitfallOutcome.FalseAlarm, PitfallCheck.Of(trial with { Right = trial.Wrong }).Outcome);
    }

    private static Pitfall Find(string id) => s_book.Pitfalls.Single(pitfall => pitfall.Facts.Id == id);
}
