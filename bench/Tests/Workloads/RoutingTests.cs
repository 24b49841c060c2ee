using Bench.Workloads;
using Xunit;

namespace Bench.Tests.Workloads;

public sealed class RoutingTests
{
    [Fact]
    public void A_correct_lane_has_nothing_to_report_and_fails_nothing_outside_the_faulty_unit()
    {
        var lane = Run((lane, item) => lane.Serve(item));

        Assert.Empty(lane.Violations);
        Assert.Equal(0, lane.Metrics["failedOutsideFaultyUnitCalls"]);
        Assert.Equal(0, lane.Metrics["lostCalls"]);
        Assert.True(lane.Metrics["failedCalls"] > 0);
        var operations = Trial.OperationsOf(lane);
        Assert.True(operations.AddUp);
        Assert.True(operations.Failed >= 2);
    }

    [Fact]
    public void A_lane_without_faults_completes_everything()
    {
        var lane = Run((lane, item) => lane.Serve(item), faultyPercent: 0);

        Assert.Empty(lane.Violations);
        Assert.Equal(Trial.OperationsOf(lane).Intended, Trial.OperationsOf(lane).Completed);
        Assert.DoesNotContain("recoveryMilliseconds", lane.Metrics.Keys);
    }

    [Fact]
    public void A_lost_event_is_reported_and_does_not_add_up()
    {
        var lane = Run(
            (lane, item) =>
            {
                if (!IsVictim(item, CallEventKind.HangUp))
                {
                    lane.Serve(item);
                }
            },
            faultyPercent: 0
        );

        AssertReports("events lost: expected 0, found 1", lane);
        AssertReports("calls that neither ended nor failed: expected 0, found 1", lane);
        Assert.Equal(1, lane.Metrics["lostCalls"]);
        Assert.False(Trial.OperationsOf(lane).AddUp);
    }

    [Fact]
    public void An_event_handled_twice_is_reported() =>
        AssertReports(
            "events ended twice: expected 0, found 1",
            Run(
                (lane, item) =>
                {
                    lane.Serve(item);
                    if (IsVictim(item, CallEventKind.Setup))
                    {
                        lane.Serve(item);
                    }
                },
                faultyPercent: 0
            )
        );

    [Fact]
    public void Events_of_a_call_out_of_order_are_reported()
    {
        CallEvent? held = null;
        var lane = Run(
            (lane, item) =>
            {
                if (held is null && IsVictim(item, CallEventKind.Update))
                {
                    held = item;
                    return;
                }

                lane.Serve(item);
                if (held?.Call == item.Call && held != item)
                {
                    lane.Serve(held);
                    held = item;
                }
            },
            faultyPercent: 0
        );

        AssertReports("the events of a call are out of order", lane);
        AssertReports("the state of a call differs from the sequential oracle's", lane);
    }

    [Fact]
    public void A_corrupted_state_is_reported() =>
        AssertReports(
            "the state of a call differs from the sequential oracle's",
            Run(
                (lane, item) =>
                    lane.Serve(
                        IsVictim(item, CallEventKind.Setup) ? item with { Value = item.Value + 1 } : item
                    ),
                faultyPercent: 0
            )
        );

    [Fact]
    public void A_handler_replaced_without_need_fails_calls_outside_the_faulty_unit()
    {
        var lane = Run(
            (lane, item) =>
            {
                lane.Serve(item);
                if (IsVictim(item, CallEventKind.Setup))
                {
                    lane.Replace(item.Handler);
                }
            },
            faultyPercent: 0
        );

        Assert.Empty(lane.Violations);
        Assert.True(lane.Metrics["failedOutsideFaultyUnitCalls"] > 0);
    }

    [Fact]
    public void A_handler_that_is_not_replaced_after_its_fault_is_reported() =>
        AssertReports(
            "handlers replaced after a fault: expected 4, found 0",
            Run(
                (lane, item) =>
                {
                    if (item.Fault == HandlerFault.None)
                    {
                        lane.Serve(item);
                    }
                }
            )
        );

    [Fact]
    public void A_fault_that_is_hushed_up_is_reported() =>
        AssertReports(
            "a call ended although the handler that knew it is no more",
            Run((lane, item) => lane.Serve(item with { Fault = HandlerFault.None }))
        );

    private static bool IsVictim(CallEvent item, CallEventKind kind) => item.Call == 3 && item.Kind == kind;

    private static void AssertReports(string violation, OneByOne lane) =>
        Assert.Contains(lane.Violations, found => found.StartsWith(violation, StringComparison.Ordinal));

    private static OneByOne Run(Action<OneByOne, CallEvent> serve, int faultyPercent = 100) =>
        Trial.Run(
            new OneByOne(serve)
            {
                Parameters = new()
                {
                    Handlers = 4,
                    FaultyPercent = faultyPercent,
                    GapMilliseconds = 4,
                    WorkRounds = 1,
                    WarmUpMilliseconds = 0,
                    MeasuredMilliseconds = 80,
                },
            }
        );

    /// <summary>A lane without concurrency: how it serves an event is told to it.</summary>
    private sealed class OneByOne(Action<OneByOne, CallEvent> serve) : Routing
    {
        private readonly CallHandler[] _handlers = new CallHandler[4];

        public void Serve(CallEvent item)
        {
            try
            {
                if (_handlers[item.Handler].HangsOn(item))
                {
                    Replace(item.Handler);
                }
                else
                {
                    _handlers[item.Handler].Handle(item);
                }
            }
            catch (HandlerCrashException)
            {
                Replace(item.Handler);
            }
        }

        public void Replace(int handler) => _handlers[handler] = TakeOver(handler);

        protected override TimeSpan Grace => TimeSpan.FromMilliseconds(100);

        protected override void Open()
        {
            for (var handler = 0; handler < _handlers.Length; handler++)
            {
                Replace(handler);
            }
        }

        protected override void Route(CallEvent item) => serve(this, item);

        protected override void Close() { }
    }
}
