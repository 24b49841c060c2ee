using Bench.Measurement.Clocks;
using Bench.Measurement.Faults;
using Xunit;

namespace Bench.Tests.Measurement.Faults;

/// <summary>Numbered writes at a rate, in virtual time.</summary>
public sealed class WriteLoadTests
{
    private const long Second = 1_000_000_000;

    private static readonly WritePlan s_plan = new()
    {
        RatePerSecond = 10,
        Keys = 3,
        WriteTime = TimeSpan.FromSeconds(5),
    };

    private readonly VirtualClock _clock = new();
    private readonly List<(long Number, int Key)> _sent = [];

    [Fact]
    public void Writes_are_sent_at_their_rate_to_the_keys_in_turn()
    {
        var load = Run((load, number) => load.Acknowledge(number, node: 2), seconds: 1);

        Assert.Equal(Enumerable.Range(0, 10).Select(number => ((long)number, number % 3)), _sent);
        Assert.All(load.Writes, write => Assert.NotNull(write.AcknowledgedAt));
        Assert.Equal(0, load.Errors);
        Assert.Equal(2, load.NodeOf(1));
    }

    [Fact]
    public void A_write_without_an_answer_is_sent_again_with_its_number()
    {
        var load = Run(
            (load, number) =>
            {
                if (_sent.Count(sent => sent.Number == number) == 3)
                {
                    load.Acknowledge(number, node: 1);
                }
            },
            seconds: 1
        );

        Assert.Equal(30, _sent.Count);
        Assert.Equal(20, load.Errors);
        Assert.All(
            load.Writes,
            write => Assert.InRange(write.AcknowledgedAt!.Value - write.IntendedAt, 2 * Second, 3 * Second)
        );
    }

    [Fact]
    public void A_write_that_is_never_answered_is_in_doubt_and_one_that_is_always_refused_is_not()
    {
        var load = Run(
            (load, number) =>
            {
                if (number % 2 == 0)
                {
                    load.Refuse(number);
                }
            },
            seconds: 1
        );

        Assert.All(load.Writes, write => Assert.Equal(write.Number % 2 == 0, write.IsRefused));
        Assert.All(load.Writes, write => Assert.True(write.IsGivenUp));
        Assert.Equal(5, load.Writes[0].Attempts);
    }

    [Fact]
    public void A_second_with_too_few_acknowledgements_is_remembered()
    {
        var rate = new RateWatch(least: 2);
        rate.Look(0);
        rate.Acknowledge(Second);
        rate.Acknowledge(Second + 1);
        rate.Look(Second + 2);
        Assert.True(rate.LastBelow(Second + 2) < 0);

        rate.Look((2 * Second) + 1);

        Assert.Equal((2 * Second) + 1, rate.LastBelow(3 * Second));
    }

    private WriteLoad Run(Action<WriteLoad, long> answer, int seconds)
    {
        WriteLoad? load = null;
        load = new(
            _clock,
            s_plan,
            (number, key) =>
            {
                _sent.Add((number, key));
                answer(load!, number);
            },
            new RateWatch(1)
        );
        load.Run(now => now >= seconds * Second);
        return load;
    }
}
