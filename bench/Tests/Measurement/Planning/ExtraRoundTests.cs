using Bench.Measurement.Planning;
using Bench.Results;
using Bench.Tests.Measurement.Runs;
using Xunit;

namespace Bench.Tests.Measurement.Planning;

public sealed class ExtraRoundTests
{
    [Fact]
    public void Rounds_added_later_leave_the_order_of_those_before_as_it_was()
    {
        var before = Manifests.Of(TwoCases(), rounds: 2);
        var after = before with
        {
            ExtraRounds = [new(3, "undecided", [before.Cases[1].Key]), new(4, "undecided")],
        };

        var schedule = Schedule.Of(after).ToList();

        Assert.Equal(Schedule.Of(before), schedule.Take(4));
        Assert.Equal([3, 4, 4], schedule.Skip(4).Select(launch => launch.Round));
        Assert.Equal(before.Cases[1], schedule[4].Case);
        Assert.Equal(schedule.Count, after.PlannedSamples);
        Assert.Equal(4, after.LastRound);
    }

    private static Plan TwoCases() =>
        new(
            [
                .. new[] { "well", "hang" }.Select(word => new PlannedCase
                {
                    Case = $"misbehaving/{word}",
                    Workload = "misbehaving",
                    Model = "m",
                    Variant = "default",
                    Terms = "equal",
                    Parameters = ParameterSet.Empty,
                    Configuration = ParameterSet.Empty,
                    LimitSeconds = 1,
                }),
            ],
            []
        );
}
