using Bench.Results;
using Bench.Workloads;
using Xunit;

namespace Bench.Tests.Measurement.Faults;

/// <summary>What a lane does wrong is found by the workload's own checks and never ranked.</summary>
public sealed class InventoryFaultsTests
{
    [Fact]
    public void Oversold_inventory_is_reported_incorrect()
    {
        var lane = new InventoryLane
        {
            Serve = (product, request) =>
            {
                var reply = product.Apply(request);
                if (reply != InventoryReply.SoldOut)
                {
                    return reply;
                }

                product.SetLeft(product.Left - request.Quantity);
                product.Books().Add(request);
                return InventoryReply.Granted;
            },
        };

        AssertIncorrect(lane.Measure(), "a product is oversold");
    }

    [Fact]
    public void A_reservation_that_was_granted_but_not_entered_is_found()
    {
        var lane = new InventoryLane
        {
            Serve = Granted(product => product.Books().RemoveAt(product.Books().Count - 1)),
        };

        AssertIncorrect(lane.Measure(), "accepted but not in the books");
    }

    [Fact]
    public void A_reservation_entered_twice_is_found()
    {
        var lane = new InventoryLane { Serve = Granted(product => product.Books().Add(product.Books()[^1])) };

        AssertIncorrect(lane.Measure(), "reservations entered once each");
    }

    [Fact]
    public void A_reservation_entered_with_another_quantity_is_found_even_when_the_totals_agree()
    {
        var lane = new InventoryLane
        {
            Serve = Granted(product =>
            {
                product.Books()[^1] = product.Books()[^1] with
                {
                    Quantity = product.Books()[^1].Quantity + 1,
                };
                product.SetLeft(product.Left - 1);
            }),
        };

        AssertIncorrect(lane.Measure(), "a reservation in the books differs from what was asked");
    }

    [Theory]
    [InlineData(InventoryReply.Found)]
    [InlineData(InventoryReply.Granted)]
    [InlineData(InventoryReply.SoldOut)]
    public void A_lane_that_gives_everybody_the_same_reply_is_found(InventoryReply always)
    {
        var lane = new InventoryLane
        {
            Serve = (product, request) =>
            {
                product.Apply(request);
                return always;
            },
        };

        AssertIncorrect(lane.Measure(), "a reply contradicts the books");
    }

    [Fact]
    public void A_lane_beyond_its_concurrency_limit_is_found()
    {
        var lane = new InventoryLane { ConcurrencyLimit = 1 };

        AssertIncorrect(lane.Measure(), "more requests in work at once");
    }

    [Fact]
    public void Stock_that_got_lost_between_two_units_is_found()
    {
        var lane = new InventoryLane { Serve = Granted(product => product.SetLeft(product.Left + 1)) };

        AssertIncorrect(lane.Measure(), "stock left and stock reserved together");
    }

    [Fact]
    public void A_call_that_is_never_answered_is_found()
    {
        var lane = new InventoryLane
        {
            Answer = (call, reply) =>
            {
                if (call.Request.Number % 10 != 0)
                {
                    call.Complete(reply);
                }
            },
        };

        var sample = lane.Measure(deadlineMilliseconds: 50);

        AssertIncorrect(sample, "answers to admitted calls");
        Assert.InRange(sample.Operations.TimedOut, 1, sample.Operations.Intended);
    }

    [Fact]
    public void A_lane_that_answers_nobody_completes_nothing()
    {
        var sample = new InventoryLane { Answer = (_, _) => { } }.Measure(deadlineMilliseconds: 50);

        AssertIncorrect(sample, "answers to admitted calls");
        Assert.Equal(sample.Operations.Intended, sample.Operations.TimedOut);
        Assert.Equal(0, sample.GoodputPerSecond);
    }

    [Fact]
    public void A_call_that_is_answered_twice_is_found()
    {
        var lane = new InventoryLane
        {
            Answer = (call, reply) =>
            {
                call.Complete(reply);
                call.Complete(reply);
            },
        };

        AssertIncorrect(lane.Measure(), "calls answered twice");
    }

    private static Func<Product, InventoryRequest, InventoryReply> Granted(Action<Product> tamper) =>
        (product, request) =>
        {
            var reply = product.Apply(request);
            if (reply == InventoryReply.Granted)
            {
                tamper(product);
            }

            return reply;
        };

    private static void AssertIncorrect(Sample sample, string violation)
    {
        Assert.Equal(SampleStatus.Incorrect, sample.Status);
        Assert.False(sample.Valid);
        Assert.Contains(
            sample.InvalidBecause,
            reason => reason.StartsWith($"incorrect: {violation}", StringComparison.Ordinal)
        );
    }
}
