using Bench.Workloads;
using CsCheck;
using Xunit;

namespace Bench.Tests.Workloads;

public sealed class BigTests
{
    private const int UnitCount = 4;
    private const int Pings = 30;

    [Fact]
    public void Every_other_unit_is_drawn_and_never_itself() =>
        Gen.Select(Gen.ULong, Gen.Int[0, 5])
            .Sample(
                (seed, unit) =>
                {
                    var stream = BigScript.Of(seed, unit);
                    var drawn = Enumerable
                        .Range(0, 200)
                        .Select(_ => BigScript.Next(ref stream, unit, units: 6))
                        .Distinct()
                        .Order();
                    Assert.Equal(Enumerable.Range(0, 6).Where(other => other != unit), drawn);
                }
            );

    [Fact]
    public void The_oracle_counts_every_ping()
    {
        var parameters = new BigParameters { Units = 7, Pings = 100 };

        Assert.Equal(700, BigScript.Received(seed: 1, parameters).Sum());
        Assert.NotEqual(BigScript.Received(seed: 1, parameters), BigScript.Received(seed: 2, parameters));
        Assert.Equal([50L, 50L], BigScript.Received(seed: 1, parameters with { Units = 2, Pings = 50 }));
    }

    [Fact]
    public void A_correct_lane_has_nothing_to_report()
    {
        var lane = Run();

        Assert.Empty(lane.Violations);
        var operations = Trial.OperationsOf(lane);
        Assert.True(operations.Completed >= 3 * UnitCount * Pings);
        Assert.True(operations.AddUp);
        Assert.Equal(operations.Completed, lane.Latencies.Merged().TotalCount);
    }

    [Fact]
    public void A_ping_that_is_doubled_is_reported() =>
        Reports(
            Run(wrong: (lane, message) => lane.Post(message, IsThird(message, BigKind.Ping) ? 2 : 1)),
            "messages that went astray or came unasked: expected 0",
            "a unit did not answer the pings that were sent to it once each"
        );

    [Fact]
    public void A_pong_that_is_doubled_is_reported() =>
        Reports(
            Run(wrong: (lane, message) => lane.Post(message, IsThird(message, BigKind.Pong) ? 2 : 1)),
            "messages that went astray or came unasked"
        );

    [Fact]
    public void A_last_pong_that_is_doubled_is_reported() =>
        Reports(
            Run(
                wrong: (lane, message) =>
                    lane.Post(message, message is { Kind: BigKind.Pong, To: 0, Number: Pings - 1 } ? 2 : 1)
            ),
            "messages that went astray or came unasked"
        );

    [Fact]
    public void A_ping_that_is_lost_and_answered_by_nobody_is_reported() =>
        Reports(
            Run(
                wrong: (lane, message) =>
                    lane.Post(
                        IsThird(message, BigKind.Ping)
                            ? new(BigKind.Pong, message.To, message.From, message.Number)
                            : message
                    )
            ),
            "a unit did not answer the pings that were sent to it once each"
        );

    [Fact]
    public void A_ping_that_another_unit_answers_is_reported() =>
        Reports(
            Run(
                wrong: (lane, message) =>
                {
                    lane.Post(message);
                    if (IsThird(message, BigKind.Ping))
                    {
                        lane.Post(message with { To = (message.To + 1) % UnitCount });
                    }
                }
            ),
            "messages that went astray or came unasked",
            "a unit did not answer the pings that were sent to it once each"
        );

    [Fact]
    public void A_message_in_the_wrong_mailbox_is_reported() =>
        Reports(
            Run(
                wrong: (lane, message) =>
                {
                    lane.Post(message);
                    if (IsThird(message, BigKind.Pong))
                    {
                        lane.Deliver((message.To + 1) % UnitCount, message);
                    }
                }
            ),
            "messages that went astray or came unasked"
        );

    [Fact]
    public void A_game_that_ends_before_all_pongs_have_come_is_reported_and_does_not_add_up()
    {
        var lane = Run(lane => lane.InTurn(messages: 100));

        Reports(lane, "a unit's pings were not answered once each");
        Assert.False(Trial.OperationsOf(lane).AddUp);
    }

    private static bool IsThird(BigMessage message, BigKind kind) =>
        message is { Number: 3 }
        && message.Kind == kind
        && (kind == BigKind.Ping ? message.From : message.To) == 1;

    private static Scripted Run(Action<Scripted>? play = null, Action<Scripted, BigMessage>? wrong = null) =>
        Trial.Run(
            new Scripted(play ?? (lane => lane.InTurn()), wrong ?? ((lane, message) => lane.Post(message)))
            {
                Parameters = new()
                {
                    Units = UnitCount,
                    Pings = Pings,
                    PlayMilliseconds = 1,
                },
            }
        );

    private static void Reports(Scripted lane, params string[] violations) =>
        Assert.All(
            violations,
            violation =>
                Assert.Contains(
                    lane.Violations,
                    found => found.StartsWith(violation, StringComparison.Ordinal)
                )
        );

    /// <summary>A lane without concurrency: one mailbox for all; what is done with a message is told to it.</summary>
    private sealed class Scripted(Action<Scripted> play, Action<Scripted, BigMessage> send) : Big
    {
        private readonly Queue<(int Unit, BigMessage Message)> _messages = new();

        public void Post(BigMessage message, int times = 1)
        {
            for (var time = 0; time < times; time++)
            {
                Deliver(message.To, message);
            }
        }

        public void Deliver(int unit, BigMessage message) => _messages.Enqueue((unit, message));

        public void InTurn(int messages = int.MaxValue)
        {
            for (var unit = 0; unit < Peers.Count; unit++)
            {
                Post(BeginOf(unit));
            }

            Take(messages);
            _messages.Clear();
        }

        protected override void Open()
        {
            while (Units.Alive < Peers.Count)
            {
                Units.Started();
            }
        }

        protected override void Play() => play(this);

        protected override void Close()
        {
            while (Units.Alive > 0)
            {
                Units.Ended();
            }
        }

        private void Take(int messages)
        {
            for (var taken = 0; taken < messages && _messages.TryDequeue(out var next); taken++)
            {
                if (Peers[next.Unit].TryAnswer(next.Message, out var answer))
                {
                    send(this, answer);
                }
            }
        }
    }
}
